import type { RepoPath } from '@breakwater/model';
import type { Finding } from '../finding.js';
import { exactPath, type Given, givenBy, matchedBy } from '../ground/match-globs.js';
import type { PathTable } from '../ground/path-table.js';
import { spread } from '../spread.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

/** Files the author declared. A task with `src/**` writes some of two hundred files, not all: breadth takes certainty away. */
export const declaredGlobs: Source = {
  name: 'declared globs',
  find: ({ task }, { paths }) => givenBy(task.writes).flatMap((given) => declaredBy(given, paths)),
};

function declaredBy(given: Given, paths: PathTable): readonly Finding[] {
  const { sure, few, most, written } = WEIGHTS.declared;
  const files = matchedBy(given, paths);
  const created = files.length === 0 ? exactPath(given) : undefined;
  if (created !== undefined) return [declared(created, sure)];
  const p = files.length <= few ? sure : spread(written, files.length, most);
  // A glob over thousands of files is a permission; no single file is worth naming because of it.
  return p < WEIGHTS.least ? [] : files.map((path) => declared(path, p));
}

function declared(path: RepoPath, p: number): Finding {
  return { path, p, evidence: { source: 'declared', detail: 'declared' } };
}
