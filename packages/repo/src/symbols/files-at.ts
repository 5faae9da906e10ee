import type { IndexedFile, RepositoryIndex } from '@breakwater/model';

/** The files at these paths, each once, in the order of the index; paths it does not have are left out. */
export function filesAt({ files }: Pick<RepositoryIndex, 'files'>, paths: Iterable<string>): readonly IndexedFile[] {
  const wanted = new Set(paths);
  return files.filter(({ path }) => wanted.has(path));
}
