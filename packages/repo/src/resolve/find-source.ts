import { inFolder } from '../in-folder.js';

/**
 * What a compiler tries in place of an output's ending, in its order, with one difference: a declaration file comes last,
 * since whoever changes a module changes its code.
 */
const CODE_BEHIND: Endings = [
  ['.d.ts', ['.ts', '.tsx']],
  ['.d.mts', ['.mts']],
  ['.d.cts', ['.cts']],
  ['.js', ['.ts', '.tsx']],
  ['.jsx', ['.tsx', '.ts']],
  ['.mjs', ['.mts']],
  ['.cjs', ['.cts']],
];
/** When no file has the name itself. */
const ELSE_BEHIND: Endings = [
  ['.js', ['.jsx', '.d.ts']],
  ['.jsx', ['.js', '.d.ts']],
  ['.mjs', ['.ts', '.d.mts']],
  ['.cjs', ['.ts', '.d.cts']],
];
const APPENDED = ['.ts', '.tsx', '.js', '.jsx', '.d.ts'];
/** No compiler appends these, bundlers do. */
const APPENDED_BY_OTHERS = ['.mts', '.cts', '.mjs', '.cjs', '.d.mts', '.d.cts', '.json', '.vue', '.svelte'];
const ENDINGS = [...APPENDED, ...APPENDED_BY_OTHERS];

type Endings = readonly (readonly [string, readonly string[]])[];

/** The committed file that a path stands for, its ending left out, that of an output, or the name of a folder with an index. */
export function findSource(files: ReadonlySet<string>, path: string): string | undefined {
  const named = replaced(files, path, CODE_BEHIND) ?? exact(files, path) ?? replaced(files, path, ELSE_BEHIND);
  return named ?? added(files, path, APPENDED) ?? findIndex(files, path) ?? added(files, path, APPENDED_BY_OTHERS);
}

/** The file that stands for a folder, '' being the root. */
export function findIndex(files: ReadonlySet<string>, folder: string): string | undefined {
  return added(files, inFolder(folder, 'index'), ENDINGS);
}

function replaced(files: ReadonlySet<string>, path: string, endings: Endings): string | undefined {
  for (const [output, sources] of endings) {
    if (path.endsWith(output)) return added(files, path.slice(0, -output.length), sources);
  }
  return undefined;
}

const beginnings = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** All paths without their endings: of what is not among them, no ending need be tried. */
function beginningsOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const known = beginnings.get(files) ?? new Set([...files].flatMap(withoutEnding));
  beginnings.set(files, known);
  return known;
}

/** `a` and `a.d` of `a.d.ts`. */
function withoutEnding(path: string): readonly string[] {
  const dot = path.lastIndexOf('.');
  if (dot === -1) return [];
  const plain = path.slice(0, dot);
  return plain.endsWith('.d') ? [plain, plain.slice(0, -'.d'.length)] : [plain];
}

function exact(files: ReadonlySet<string>, path: string): string | undefined {
  return files.has(path) ? path : undefined;
}

function added(files: ReadonlySet<string>, path: string, endings: readonly string[]): string | undefined {
  if (!beginningsOf(files).has(path)) return undefined;
  const found = endings.find((ending) => files.has(path + ending));
  return found === undefined ? undefined : path + found;
}
