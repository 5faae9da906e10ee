import { asRepoPath, fileNameOf, folderOf, type RepoPath } from '@breakwater/model';
import type { PathTable } from './path-table.js';

/** A file that does not exist yet but could: it has an ending, and a folder above it, not the root, is there. `src/**.ts` is none. */
export function couldBeCreated(text: string, paths: PathTable): RepoPath | undefined {
  const path = asRepoPath(text);
  if (path === undefined || path.includes('*') || paths.has(path) || paths.isFolder(path)) return undefined;
  return /\.\w{1,8}$/.test(fileNameOf(path)) && nearestFolder(path, paths) !== '' ? path : undefined;
}

/** The nearest folder above a path that exists; '' when only the root does. */
function nearestFolder(path: string, paths: PathTable): string {
  let folder = folderOf(path);
  while (folder !== '' && !paths.isFolder(folder)) folder = folderOf(folder);
  return folder;
}
