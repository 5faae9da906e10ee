import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameOf, folderOf, type TreeEntry } from '@breakwater/model';

/** Where packages may be installed in a commit's tree: beside every manifest, the top first. Relative to the worktree. */
export function installFolders(entries: readonly TreeEntry[]): readonly string[] {
  const manifests = entries.filter(({ path }) => fileNameOf(path) === 'package.json' && !/(?:^|\/)node_modules\//.test(path));
  return [...new Set(['', ...manifests.map(({ path }) => folderOf(path))])].sort().map((folder) => join(folder, 'node_modules'));
}

/** Those that are there as folders. One that is a link was not made by an install of ours. */
export async function foldersThere(place: string, folders: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(folders.map(async (folder) => ((await isFolder(join(place, folder))) ? [folder] : [])));
  return found.flat();
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
