import type { IndexedFile, RepositoryIndex } from '@breakwater/model';

/** Files below a folder, by halving: the index is sorted by path. O(log n + found). */
export function filesBelow(folder: string, { files }: RepositoryIndex): readonly IndexedFile[] {
  if (folder === '') return files;
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return files.slice(firstAtLeast(prefix, files), firstAtLeast(`${prefix.slice(0, -1)}0`, files));
}

/** `0` is the character after `/`. */
function firstAtLeast(text: string, files: readonly IndexedFile[]): number {
  let [low, high] = [0, files.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle]?.path ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
