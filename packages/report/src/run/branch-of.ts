import { type RunState, type TaskRun, taskBranch } from '@breakwater/model';

/** The branch that keeps a task's work; undefined when it left none. */
export function branchOf(run: RunState, { id, attempts, state }: TaskRun): string | undefined {
  const kept = ('work' in state && state.work !== undefined) || ('commit' in state && state.commit !== undefined);
  return kept ? taskBranch(run.run, id, Math.max(1, attempts)) : undefined;
}
