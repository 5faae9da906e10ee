/** What a compiler tries in place of an output's ending, in its order. */
const IN_PLACE_OF: readonly (readonly [string, readonly string[]])[] = [
  ['.d.ts', ['.ts', '.tsx']],
  ['.d.mts', ['.mts']],
  ['.d.cts', ['.cts']],
  ['.js', ['.ts', '.tsx', '.d.ts', '.jsx']],
  ['.jsx', ['.tsx', '.d.ts']],
  ['.mjs', ['.mts', '.d.mts', '.ts']],
  ['.cjs', ['.cts', '.d.cts', '.ts']],
];
const APPENDED = [
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.d.ts',
  '.d.mts',
  '.d.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.json',
  '.vue',
  '.svelte',
];
const INDEX = ['.ts', '.tsx', '.mts', '.cts', '.d.ts', '.js', '.jsx', '.mjs', '.cjs'].map((ending) => `/index${ending}`);

/** The committed file that a path stands for, its ending left out, that of an output, or the name of a folder with an index. */
export function findSource(files: ReadonlySet<string>, path: string): string | undefined {
  return replaced(files, path) ?? exact(files, path) ?? added(files, path, APPENDED) ?? added(files, path, INDEX);
}

function replaced(files: ReadonlySet<string>, path: string): string | undefined {
  for (const [output, sources] of IN_PLACE_OF) {
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
