import { asRepoPath, type IndexedFile, type TreeReader } from '@breakwater/model';
import { type Cache, NO_CACHE } from './cache/cache.js';
import { fileSizes } from './facts/file-sizes.js';

export interface ListedFiles {
  readonly files: readonly IndexedFile[];
  /** Paths that git would not check out. */
  readonly strange: readonly string[];
}

/** Sorted by path. A tree that was written by hand may hold a folder "..": git checks none out, so no worktree will have it. */
export async function listFiles(tree: TreeReader, cache: Cache = NO_CACHE): Promise<ListedFiles> {
  const entries = await tree.list();
  const sizes = await fileSizes(tree, entries, cache);
  const [files, strange]: [IndexedFile[], string[]] = [[], []];
  for (const [n, { path: written, blob, mode }] of entries.entries()) {
    const path = asRepoPath(written);
    if (path === undefined) strange.push(written);
    else files.push({ path, blob, mode, size: sizes[n] ?? 0 });
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), strange };
}
