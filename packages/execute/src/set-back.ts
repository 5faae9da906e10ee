import type { LaneEnd, TaskFailure, TaskId } from '@breakwater/model';
import { taskRun } from './progress.js';
import { saveRunning } from './resume.js';
import type { RunWorld } from './run-world.js';

type Failed = Extract<LaneEnd, { end: 'failed' }>;

/** Ends at which the place is at fault and no task: a disk or git refused, or hung. */
const OF_THE_PLACE: ReadonlySet<TaskFailure['reason']> = new Set(['disk', 'unsaved', 'worktree']);

export function isOfThePlace(end: LaneEnd): end is Failed & { readonly failure: { readonly message: string } } {
  return end.end === 'failed' && OF_THE_PLACE.has(end.failure.reason);
}

/**
 * A worktree that could not be made is tried once more, elsewhere, for most of what git refuses passes. All else leaves the task as it
 * is, as by a kill: when the run goes on, what is there is saved and the task begins anew.
 */
export async function setBack(
  id: TaskId,
  { failure }: Failed & { readonly failure: { readonly message: string } },
  { input, ports, recorder, halt }: Omit<RunWorld, 'background'>,
): Promise<void> {
  const task = taskRun(recorder.state(), id);
  if (failure.reason !== 'worktree') return halt.because(failure.message);
  if (task.retries > 0 || task.state.state !== 'running')
    return halt.because(`the worktree of ${id} could not be made: ${failure.message}`);
  const saved = await saveRunning(task, task.state, { input, ports });
  const notBefore = ports.clock.now().toISOString();
  await recorder.note({ ev: 'task-retried', task: id, failure, ...saved, notBefore });
}
