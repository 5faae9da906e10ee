import type { Diagnostic, RepositoryIndex } from '@breakwater/model';
import type { LoadedTasks } from '../loaded.js';
import { quoted } from '../text/quoted.js';
import { type WrittenPath, writtenPaths } from './written-paths.js';

const SYMLINK = '120000';

/**
 * A path below a symbolic link of the base commit. What is written there changes another place, perhaps outside the
 * repository, and git reports nothing at the path that was named. The index holds no targets, so none is shown.
 */
export function linkedPaths(loaded: LoadedTasks, index: RepositoryIndex): readonly Diagnostic[] {
  const links = new Set<string>(index.files.filter(({ mode }) => mode === SYMLINK).map(({ path }) => path));
  if (links.size === 0) return [];
  return writtenPaths(loaded).flatMap((written) => {
    const link = foldersAbove(written.pattern).find((folder) => links.has(folder));
    return link === undefined ? [] : [throughLink(written, link)];
  });
}

/** `a/b/c` is below `a` and `a/b`; a folder with special characters names no link. */
function foldersAbove(pattern: string): readonly string[] {
  const segments = pattern.split('/').slice(0, -1);
  return segments.map((_, at) => segments.slice(0, at + 1).join('/'));
}

function throughLink({ task, field, pattern, place }: WrittenPath, link: string): Diagnostic {
  return {
    severity: 'error',
    code: 'E_PATH_SYMLINK',
    message: `${quoted(pattern)} in ${field} of task ${quoted(task.id)} leads through ${quoted(link)}, a symbolic link`,
    ...(place === undefined ? {} : { place }),
    hint: 'Name the folder the link leads to; outside the repository nothing can be written.',
  };
}
