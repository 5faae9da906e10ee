import { parseGlobs } from '@breakwater/glob';
import type { Diagnostic, RepositoryIndex } from '@breakwater/model';
import type { LoadedTasks } from '../loaded.js';
import { quoted } from '../text/quoted.js';
import { filesBelow } from './files-below.js';
import { foldersOf, nearestFolder } from './folders-of.js';
import { isPlain, type WrittenPath, writtenPaths } from './written-paths.js';

/** A glob that matches no file of the base commit. A plain path is not asked: it names a file that may be new. */
export function emptyGlobs(loaded: LoadedTasks, index: RepositoryIndex): readonly Diagnostic[] {
  const folders = foldersOf(index);
  return writtenPaths(loaded)
    .filter(({ pattern }) => !isPlain(pattern) && isEmpty(pattern, index))
    .map((written) => matchesNothing(written, nearestFolder(baseOf(written.pattern), folders)));
}

function isEmpty(pattern: string, index: RepositoryIndex): boolean {
  const globs = parseGlobs([pattern]);
  if (!globs.ok) throw new Error(`Internal error: a glob was not checked: ${JSON.stringify(pattern)}`);
  const files = filesBelow(globs.value.bases[0] ?? '', index);
  return !files.some(({ path }) => globs.value.matches(path));
}

/** The folders before the first one with a special character. */
function baseOf(pattern: string): string {
  const segments = pattern.replace(/\/$/, '').split('/');
  const special = segments.findIndex((segment) => /[*?[\]{}\\]/.test(segment));
  return segments.slice(0, special === -1 ? undefined : special).join('/');
}

function matchesNothing({ task, field, pattern, place }: WrittenPath, folder: string): Diagnostic {
  const near = folder === '' ? 'Nothing of its folders exists.' : `The nearest folder that exists is ${quoted(folder)}.`;
  return {
    severity: 'warning',
    code: 'W_GLOB_EMPTY',
    message: `the glob ${quoted(pattern)} in ${field} of task ${quoted(task.id)} matches no file of the base commit`,
    ...(place === undefined ? {} : { place }),
    hint: `${near} That is fine if the task makes new files there.`,
  };
}
