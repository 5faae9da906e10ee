/** A bare repository of many packages that import each other, with a history, made in seconds: the same bytes for the same size. */
import { execFileSync } from 'node:child_process';

const PER_PACKAGE = 100;
const COMMITS = 500;
const WORDS =
  'order cart customer invoice payment shipment price total history report session token user group filter query'.split(' ');

export function generateRepository(directory, files) {
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', directory]);
  const packages = Math.ceil(files / PER_PACKAGE);
  const stream = [commit(0, 'Begin', firstFiles(packages))];
  for (let n = 1; n < COMMITS; n += 1) {
    const path = `packages/p${(n * 37) % packages}/src/${word(n)}-${(n * 7) % 90}.ts`;
    stream.push(commit(n, `Round the ${word(n)} of each ${word(n + 3)} (${n})`, [[path, code(n * 37, (n * 7) % 90, n)]]));
  }
  execFileSync('git', ['-C', directory, 'fast-import', '--quiet'], { input: stream.join('') });
}

function firstFiles(packages) {
  const found = [['package.json', '{"workspaces": ["packages/*"]}\n']];
  for (let p = 0; p < packages; p += 1) {
    found.push([`packages/p${p}/package.json`, `{"name": "@shop/p${p}", "main": "dist/index.js"}\n`]);
    found.push([`packages/p${p}/README.md`, `# ${word(p)}\n\nHolds the ${word(p + 1)} of a ${word(p + 2)}.\n`]);
    found.push([
      `packages/p${p}/src/index.ts`,
      Array.from({ length: 20 }, (_, f) => `export * from './${word(f)}-${f}.js';\n`).join(''),
    ]);
    for (let f = 0; f < PER_PACKAGE - 3; f += 1) found.push([`packages/p${p}/src/${word(f)}-${f}.ts`, code(p, f, 0)]);
  }
  return found;
}

function code(p, f, version) {
  const functions = Array.from({ length: 12 }, (_, n) => {
    const [a, b] = [word(p + n), word(f + n * 3)];
    return `/** The ${a} of a ${b}. */\nexport function ${a}Of${capital(b)}${n}(${b}: ${capital(a)}${f}): number {\n  const ${a}s = ${b}.items.filter((one) => one.${a} > ${n + version});\n  return ${a}s.reduce((sum, one) => sum + one.${a} * other${n % 3}(one), 0);\n}\n`;
  });
  const imports = Array.from(
    { length: 3 },
    (_, n) => `import { ${word(n)}Of${capital(word(n))}0 as other${n} } from '@shop/p${(p + f + n) % 7}';\n`,
  );
  // No two files are equal, as in life: what is equal is read once.
  return `export const place = '${p}/${f}';\n${imports.join('')}import { x } from './${word(f)}-${(f + 1) % 90}.js';\n\nexport interface ${capital(word(p))}${f} {\n  readonly items: readonly Record<string, number>[];\n}\n\n${functions.join('\n')}`;
}

function commit(n, message, files) {
  const written = files.map(([path, text]) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  return `commit refs/heads/main\ncommitter Ann <ann@example.org> ${1_700_000_000 + n} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n${written.join('')}\n`;
}

function word(n) {
  return WORDS[n % WORDS.length];
}

function capital(text) {
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}
