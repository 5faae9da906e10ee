import type { RepoPath } from '@breakwater/model';
import type { Finding } from '../finding.js';
import { exactPath, matchedBy } from '../ground/match-globs.js';
import type { PathTable } from '../ground/path-table.js';
import { spread } from '../spread.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

/** Files the author declared. A task with `src/**` writes some of two hundred files, not all: breadth takes certainty away. */
export const declaredGlobs: Source = {
  name: 'declared globs',
  find: ({ task }, { paths }) => {
    const negations = task.writes.filter((pattern) => pattern.startsWith('!'));
    const positive = task.writes.filter((pattern) => !pattern.startsWith('!'));
    return positive.flatMap((pattern) => declaredBy(pattern, negations, paths));
  },
};

function declaredBy(pattern: string, negations: readonly string[], paths: PathTable): readonly Finding[] {
  const { sure, few, most, written } = WEIGHTS.declared;
  const files = matchedBy(pattern, negations, paths);
  const created = files.length === 0 ? exactPath(pattern, negations) : undefined;
  if (created !== undefined) return [declared(created, sure)];
  const p = files.length <= few ? sure : spread(written, files.length, most);
  // A glob over thousands of files is a permission; no single file is worth naming because of it.
  return p < WEIGHTS.least ? [] : files.map((path) => declared(path, p));
}

function declared(path: RepoPath, p: number): Finding {
  return { path, p, evidence: { source: 'declared', detail: 'declared' } };
}
