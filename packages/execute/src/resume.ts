import { NO_USAGE, type TaskRun, taskBranch } from '@breakwater/model';
import type { Ports } from './ports.js';
import type { Recorder } from './recorder.js';
import type { RunInput } from './run-input.js';

/**
 * What a found state means: a task recorded as running has nobody working on it any more. What it left is saved under a ref and
 * the task starts again as the next attempt, from its wave's base, in a stream from the present tip. Committed and verified tasks need nothing: the loop goes on with them.
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

async function settleRunning(
  task: TaskRun,
  running: Extract<TaskRun['state'], { state: 'running' }>,
  world: { input: RunInput; ports: Ports; recorder: Recorder },
): Promise<void> {
  const { input, ports, recorder } = world;
  const { attempt, base, lane } = running;
  const id = { run: input.run, task: task.id, attempt };
  const branch = taskBranch(input.run, task.id, attempt);
  const commit = await ports.lanes.salvage({
    id,
    lane,
    base,
    branch,
    commitMessage: `${task.id}: work of an interrupted session`,
  });
  if (commit === undefined) return recorder.note({ ev: 'task-stopped', task: task.id, usage: NO_USAGE });
  await ports.repository.keep({ ...id, commit });
  await recorder.note({ ev: 'task-stopped', task: task.id, commit, usage: NO_USAGE });
}
