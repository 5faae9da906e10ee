import {
  type Change,
  type CommitId,
  confidenceOf,
  type Drift,
  type PlannedTask,
  type RunState,
  type TaskId,
  type TaskRun,
} from '@breakwater/model';

/** Actual against predicted, and against what tasks that worked from the same base have already changed. */
export function checkDrift(planned: PlannedTask, changes: readonly Change[], beside: readonly BesideWork[]): Drift {
  const changed = new Set(changes.map((change) => change.path));
  const predicted = new Set<string>(planned.writes.map((touch) => touch.path));
  return {
    unpredicted: [...changed].filter((path) => !predicted.has(path)).sort(),
    untouched: planned.writes
      .filter((touch) => confidenceOf(touch.p) !== 'possible' && !changed.has(touch.path))
      .map((touch) => touch.path)
      .sort(),
    alsoChangedBy: beside.flatMap(({ task, paths }) => paths.filter((path) => changed.has(path)).map((path) => ({ path, task }))),
  };
}

export interface BesideWork {
  readonly task: TaskId;
  readonly paths: readonly string[];
}

/** The work of other tasks that was done at the same time, as far as it is known now: what is not below `base`. */
export function workBeside(state: RunState, task: TaskId, base: CommitId): readonly BesideWork[] {
  return state.tasks.flatMap((other) => {
    if (other.id === task || !('work' in other.state) || other.state.work === undefined) return [];
    if (!isBeside(state, other, base)) return [];
    return [{ task: other.id, paths: other.state.work.changes.map((change) => change.path) }];
  });
}

/** Begun from the same commit; or, in a stream, not yet integrated when the base was the tip. */
function isBeside({ chain }: RunState, { state }: TaskRun, base: CommitId): boolean {
  if ('work' in state && state.work?.base === base) return true;
  const place = (commit: CommitId): number => chain.findIndex((one) => one.commit === commit);
  if (state.state === 'integrated') return place(state.commit) > place(base);
  return state.state === 'committed' || state.state === 'verified';
}
