import type { Diagnostic, RepositoryIndex } from '@breakwater/model';
import type { LoadedTasks } from '../loaded.js';
import { limited } from '../text/limited.js';
import { treeChecks } from './tree-checks.js';

/** What the base commit says about the tasks: unknown scopes, paths through symbolic links, globs that match nothing, one file spelled in two ways, paths near a file. */
export function checkAgainstTree(loaded: LoadedTasks, index: RepositoryIndex): readonly Diagnostic[] {
  return limited(treeChecks.flatMap((check) => check(loaded, index)));
}
