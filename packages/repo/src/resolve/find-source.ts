/**
 * What a compiler tries in place of an output's ending, in its order, with one difference: a declaration file comes last,
 * since whoever changes a module changes its code.
 */
const CODE_BEHIND: Endings = [
  ['.d.ts', ['.ts', '.tsx']],
  ['.d.mts', ['.mts']],
  ['.d.cts', ['.cts']],
  ['.js', ['.ts', '.tsx', '.jsx']],
  ['.jsx', ['.tsx']],
  ['.mjs', ['.mts', '.ts']],
  ['.cjs', ['.cts', '.ts']],
];
const TYPES_BEHIND: Endings = [
  ['.js', ['.d.ts']],
  ['.jsx', ['.d.ts']],
  ['.mjs', ['.d.mts']],
  ['.cjs', ['.d.cts']],
];
const CODE = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
const TYPES = ['.d.ts', '.d.mts', '.d.cts'];
const APPENDED = [...CODE, ...TYPES, '.json', '.vue', '.svelte'];
const INDEX = [...CODE, ...TYPES].map((ending) => `/index${ending}`);

type Endings = readonly (readonly [string, readonly string[]])[];

/** The committed file that a path stands for, its ending left out, that of an output, or the name of a folder with an index. */
export function findSource(files: ReadonlySet<string>, path: string): string | undefined {
  const named = replaced(files, path, CODE_BEHIND) ?? exact(files, path) ?? replaced(files, path, TYPES_BEHIND);
  return named ?? added(files, path, APPENDED) ?? added(files, path, INDEX);
}

function replaced(files: ReadonlySet<string>, path: string, endings: Endings): string | undefined {
  for (const [output, sources] of endings) {
    if (path.endsWith(output)) return added(files, path.slice(0, -output.length), sources);
  }
  return undefined;
}

function exact(files: ReadonlySet<string>, path: string): string | undefined {
  return files.has(path) ? path : undefined;
}

function added(files: ReadonlySet<string>, path: string, endings: readonly string[]): string | undefined {
  for (const ending of endings) {
    // The root folder's index has no slash before it.
    const whole = path === '' && ending.startsWith('/') ? ending.slice(1) : `${path}${ending}`;
    if (files.has(whole)) return whole;
  }
  return undefined;
}
