import type { Change, Drift, Touch } from '@breakwater/model';

/** What a task really changed, held against what was expected. `alsoChangedBy`: what its neighbours changed, of which only shared files are kept. */
export function driftOf(predicted: readonly Touch[], changes: readonly Change[], alsoChangedBy: Drift['alsoChangedBy']): Drift {
  const changed = new Set<string>(changes.map(({ path }) => path));
  const expected = new Set<string>(predicted.map(({ path }) => path));
  return {
    unpredicted: [...changed].filter((path) => !expected.has(path)).sort(),
    untouched: predicted
      .filter(({ path, confidence }) => confidence !== 'possible' && !changed.has(path))
      .map(({ path }) => path)
      .sort(),
    alsoChangedBy: alsoChangedBy.filter(({ path }) => changed.has(path)).sort(byPathThenTask),
  };
}

type AlsoChanged = Drift['alsoChangedBy'][number];

function byPathThenTask(a: AlsoChanged, b: AlsoChanged): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.task < b.task ? -1 : 1;
}
