import { folderOf, type RepositoryIndex } from '@breakwater/model';

const remembered = new WeakMap<RepositoryIndex, ReadonlySet<string>>();

/** Every folder that holds a file, at any depth; without the top. */
export function foldersOf(index: RepositoryIndex): ReadonlySet<string> {
  const known = remembered.get(index) ?? collect(index);
  remembered.set(index, known);
  return known;
}

function collect({ files }: RepositoryIndex): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { path } of files) {
    for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
}

/** The deepest folder of a path that exists, '' for the top. */
export function nearestFolder(path: string, folders: ReadonlySet<string>): string {
  let folder = path.replace(/\/$/, '');
  while (folder !== '' && !folders.has(folder)) folder = folderOf(folder);
  return folder;
}
