import type { TaskRun } from './run.js';

/** Whether a held task will be taken up again by itself, on the new tip and with its own session. A tree that others cannot check out is for a person to look at. */
export function isReworkDue({ state, reworksLeft }: TaskRun): boolean {
  return state.state === 'held' && state.failure === undefined && state.faults === undefined && reworksLeft > 0;
}
