import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameOf, folderOf, type TreeEntry } from '@breakwater/model';

/**
 * Where packages may be installed in a commit's tree: beside every manifest, the top first. Relative to the worktree. Not where the commit
 * itself holds files: those of a fixture are no install's.
 */
export function installFolders(entries: readonly TreeEntry[]): readonly string[] {
  const committed = committedNames(entries);
  return besideManifests(entries).filter((folder) => !committed.has(folder));
}

/** Whether an install put something beside what the commit holds in such a folder: then the folders that are only its own are not all. */
export async function isMixed(place: string, entries: readonly TreeEntry[]): Promise<boolean> {
  const committed = committedNames(entries);
  const mixed = besideManifests(entries).map(async (folder) => {
    const own = committed.get(folder);
    const found = own === undefined ? [] : await readdir(join(place, folder)).catch(() => []);
    return found.some((name) => own?.has(name) !== true);
  });
  return (await Promise.all(mixed)).includes(true);
}

/** By folder of installed packages, the first names of what is committed in it. */
function committedNames(entries: readonly TreeEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { path } of entries) {
    const [, folder, name] = /^((?:.*?\/)?node_modules)\/([^/]+)/.exec(path) ?? [];
    if (folder !== undefined && name !== undefined) names.set(folder, (names.get(folder) ?? new Set()).add(name));
  }
  return names;
}

function besideManifests(entries: readonly TreeEntry[]): readonly string[] {
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
