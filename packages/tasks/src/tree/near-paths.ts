import { type Diagnostic, fileNameOf, folderOf, type IndexedFile, type RepositoryIndex } from '@breakwater/model';
import { meantPath, type PathsToSearch } from '@breakwater/text';
import type { LoadedTasks } from '../loaded.js';
import { quoted } from '../text/quoted.js';
import { filesBelow } from './files-below.js';
import { spelledAlike } from './folded-paths.js';
import { foldersOf } from './folders-of.js';
import { isPlain, type WrittenPath, writtenPaths } from './written-paths.js';

/** The path of no file, one slip away from that of a file. It may be a file to come, so it stays what the author wrote. */
export function nearPaths(loaded: LoadedTasks, index: RepositoryIndex): readonly Diagnostic[] {
  const known = new Set<string>(index.files.map(({ path }) => path));
  const unknown = writtenPaths(loaded).filter(({ pattern }) => isPlain(pattern) && !known.has(pattern));
  if (unknown.length === 0) return [];
  const files = searched(index, new Set(unknown.map(({ pattern }) => fileNameOf(pattern))));
  return unknown.flatMap((written) => {
    const near = meantPath(written.pattern, files);
    return near === undefined || spelledAlike(near, written.pattern) ? [] : [isNear(written, near)];
  });
}

/** `names`: those that will be asked for. */
function searched(index: RepositoryIndex, names: ReadonlySet<string>): PathsToSearch<string> {
  const folders = foldersOf(index);
  const named = namesakes(index.files, names);
  return {
    isFolder: (folder) => folder === '' || folders.has(folder),
    inFolder: (folder) => pathsOf(filesBelow(folder, index)).filter((path) => folderOf(path) === folder),
    named: (name) => named.get(name) ?? [],
  };
}

function namesakes(files: readonly IndexedFile[], names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) found.set(name, []);
  for (const { path } of files) found.get(fileNameOf(path))?.push(path);
  return found;
}

function pathsOf(files: readonly IndexedFile[]): readonly string[] {
  return files.map(({ path }) => path);
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
