import { inFolder } from '../in-folder.js';
import type { SourceFiles } from './source-files.js';

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
export function findSource(files: SourceFiles, path: string): string | undefined {
  const named = replaced(files, path, CODE_BEHIND) ?? exact(files, path) ?? replaced(files, path, ELSE_BEHIND);
  return named ?? added(files, path, APPENDED) ?? findIndex(files, path) ?? added(files, path, APPENDED_BY_OTHERS);
}

/** The file that stands for a folder, '' being the root. */
export function findIndex(files: SourceFiles, folder: string): string | undefined {
  return added(files, inFolder(folder, 'index'), ENDINGS);
}

function replaced(files: SourceFiles, path: string, behind: Endings): string | undefined {
  const found = behind.find(([output]) => path.endsWith(output));
  return found === undefined ? undefined : added(files, path.slice(0, -found[0].length), found[1]);
}

function exact(files: SourceFiles, path: string): string | undefined {
  return files.has(path) ? path : undefined;
}

function added(files: SourceFiles, path: string, wanted: readonly string[]): string | undefined {
  const there = files.endingsOf(path);
  const found = wanted.find((ending) => there.includes(ending));
  return found === undefined ? undefined : path + found;
}
