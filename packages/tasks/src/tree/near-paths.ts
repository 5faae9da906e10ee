import { type Diagnostic, fileNameOf, folderOf, type RepositoryIndex } from '@breakwater/model';
import { meantPath, type PathsToSearch } from '@breakwater/text';
import type { LoadedTasks } from '../loaded.js';
import { quoted } from '../text/quoted.js';
import { spelledAlike } from './folded-paths.js';
import { foldersOf } from './folders-of.js';
import { isPlain, type WrittenPath, writtenPaths } from './written-paths.js';

/** The path of no file, one slip away from that of a file. It may be a file to come, so it stays what the author wrote. */
export function nearPaths(loaded: LoadedTasks, index: RepositoryIndex): readonly Diagnostic[] {
  const known = new Set<string>(index.files.map(({ path }) => path));
  const unknown = writtenPaths(loaded).filter(({ pattern }) => isPlain(pattern) && !known.has(pattern));
  if (unknown.length === 0) return [];
  const asked = unknown.map(({ pattern }) => pattern);
  const files = searched(index, asked);
  return unknown.flatMap((written) => {
    const near = meantPath(written.pattern, files);
    return near === undefined || spelledAlike(near, written.pattern) ? [] : [isNear(written, near)];
  });
}

/** For the paths that will be asked about, so that every file is looked at once for all of them. */
function searched(index: RepositoryIndex, asked: readonly string[]): PathsToSearch<string> {
  const folders = foldersOf(index);
  const [named, inFolder] = [alike(index, asked, fileNameOf), alike(index, asked, folderOf)];
  return {
    isFolder: (folder) => folder === '' || folders.has(folder),
    inFolder: (folder) => inFolder.get(folder) ?? [],
    named: (name) => named.get(name) ?? [],
  };
}

/** Files by a part of their path, as far as a path that is asked about has the same. */
function alike(
  { files }: RepositoryIndex,
  asked: readonly string[],
  partOf: (path: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of asked) found.set(partOf(path), []);
  for (const { path } of files) found.get(partOf(path))?.push(path);
  return found;
}

function isNear({ task, field, pattern, place }: WrittenPath, near: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'W_PATH_NEAR',
    message: `${quoted(pattern)} in ${field} of task ${quoted(task.id)} is no file of the base commit, but nearly one`,
    ...(place === undefined ? {} : { place }),
    hint: `Did you mean ${quoted(near)}? If it is a file to come, all is well.`,
  };
}
