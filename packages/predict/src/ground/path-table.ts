import { fileNameOf, folderOf, type IndexedFile, type RepoPath } from '@breakwater/model';
import { onceEach } from './once-each.js';
import { stemKey } from './stem-key.js';

/** The files of the base commit, ready to be looked up. Every list is sorted by path. */
export interface PathTable {
  readonly all: readonly RepoPath[];
  has(path: string): boolean;
  isFolder(path: string): boolean;
  /** Files of this name, in any folder. */
  named(fileName: string): readonly RepoPath[];
  /** Files whose name without its ending has these words, however they are joined. */
  withStem(key: string): readonly RepoPath[];
  /** Folders with this last segment. */
  foldersNamed(segment: string): readonly string[];
  /** Files below a folder, at any depth; '' is the root. */
  below(folder: string): readonly RepoPath[];
  /** Files in a folder, none of them in one below. */
  rightIn(folder: string): readonly RepoPath[];
}

export function pathTable(files: readonly IndexedFile[]): PathTable {
  const all = files.map(({ path }) => path).sort();
  const known = new Set<string>(all);
  const folders = foldersOf(all);
  const names = groupBy(all, fileNameOf);
  const stems = groupBy([...names.keys()], stemKey);
  const lastSegments = groupBy([...folders].sort(), fileNameOf);
  const below = (folder: string) => (folder === '' ? all : all.slice(firstFrom(all, `${folder}/`), firstFrom(all, `${folder}0`)));
  return {
    all,
    has: (path) => known.has(path),
    isFolder: (path) => folders.has(path),
    named: (fileName) => names.get(fileName) ?? [],
    withStem: (key) => (stems.get(key) ?? []).flatMap((name) => names.get(name) ?? []).sort(),
    foldersNamed: (segment) => lastSegments.get(segment) ?? [],
    below,
    rightIn: onceEach((folder) => below(folder).filter((path) => folderOf(path) === folder)),
  };
}

function foldersOf(paths: readonly RepoPath[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
}

function groupBy<T extends string>(texts: readonly T[], keyOf: (text: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const text of texts) {
    const key = keyOf(text);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [text]);
    else group.push(text);
  }
  return groups;
}

/** Place of the first path not before `bound`. `0` follows `/`, so everything below a folder lies between the two. */
function firstFrom(sorted: readonly string[], bound: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
