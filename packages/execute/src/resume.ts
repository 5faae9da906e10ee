import { type CommitId, type Interrupted, type LaneId, type TaskRun, taskBranch, type Usage } from '@breakwater/model';
import type { Ports } from './ports.js';
import { laneId } from './progress.js';
import type { Recorder } from './recorder.js';
import type { RunInput } from './run-input.js';

/**
 * What a found state means: a task recorded as running has nobody working on it any more. What it left is saved under a ref and
 * the task starts again as the next attempt: in its own place and conversation where it had one, else from its wave's base, in a
 * stream from the present tip. Committed and verified tasks need nothing: the loop goes on with them.
 */
export async function settleInterrupted({
  input,
  ports,
  recorder,
}: {
  input: RunInput;
  ports: Ports;
  recorder: Recorder;
}): Promise<void> {
  for (const task of recorder.state().tasks) {
    if (task.state.state === 'running') await settleRunning(task, task.state, { input, ports, recorder });
  }
}

type Running = Extract<TaskRun['state'], { state: 'running' }>;

async function settleRunning(task: TaskRun, running: Running, world: Saving & { recorder: Recorder }): Promise<void> {
  const saved = await saveRunning(task, running, world);
  const { session } = task;
  const again = session === undefined ? {} : { again: goOn(laneId(world.input.run, task), running.base, saved.commit) };
  await world.recorder.note({ ev: 'task-stopped', task: task.id, ...saved, ...again });
}

interface Saving {
  readonly input: RunInput;
  readonly ports: Ports;
}

/** Puts what is in the place of a task at which nobody works any more under a ref. */
export async function saveRunning(task: TaskRun, running: Running, { input, ports }: Saving): Promise<Saved> {
  const { attempt, base, lane } = running;
  const id = laneId(input.run, task);
  const branch = taskBranch(input.run, task.id, attempt);
  // A conversation goes on in its place; a rework is begun anew there.
  const keepPlace = task.session !== undefined || running.reworks !== undefined;
  const commitMessage = `${task.id}: work of an interrupted session`;
  const place = keepPlace ? { keepPlace } : {};
  const order = { id, lane, base, branch, commitMessage, runner: input.runner, ...place };
  // In the place of an earlier attempt its conversation was gone on with.
  const { commit, usage } = await ports.lanes.salvage(id.place === undefined ? order : { ...order, resumed: true });
  if (commit === undefined) return { usage };
  await ports.repository.keep({ run: input.run, task: task.id, attempt, commit });
  return { commit, usage };
}

interface Saved {
  readonly commit?: CommitId;
  readonly usage: Usage;
}

function goOn(id: LaneId, base: CommitId, commit: CommitId | undefined): Interrupted {
  return { why: 'interrupted', place: id.place ?? id.attempt, commit: commit ?? base, base };
}
