import { err, type Failure, ok, type Result, type RunEvent, type RunState } from '@breakwater/model';
import type { RunListener } from './drive.js';
import { resumeWith } from './resume.js';
import type { RunChoice } from './run-choice.js';
import { unknownTask } from './unknown-task.js';
import type { World } from './world.js';

/** Runs a task again that failed or is held, and all it blocked, on the tip as it is now; then the run goes on. Its earlier work stays on its branch. */
export function retry(task: string, choice: RunChoice, listener: RunListener, world: World): Promise<Result<RunState, Failure>> {
  return resumeWith((state) => reopening(task, state), { choice, listener, world });
}

function reopening(name: string, { run, tasks }: RunState): Result<readonly RunEvent[], Failure> {
  const task = tasks.find(({ id }) => id === name);
  if (task === undefined) return unknownTask(name, tasks, ` in run ${run}`);
  const { state } = task;
  if (state.state === 'failed' || state.state === 'held') return ok([{ ev: 'task-reopened', task: task.id }]);
  if (state.state === 'blocked') return err(refused(`${task.id} is blocked.`, `Try what it needs: breakwater retry ${state.by}`));
  if (state.state === 'integrated') return err(refused(`${task.id} is integrated.`, 'Take it back first: breakwater undo'));
  return err(refused(`${task.id} has not ended.`, `Let the run go on: breakwater resume ${run}`));
}

function refused(message: string, hint: string): Failure {
  return { reason: 'repository-refused', code: 'E_RETRY', message, hint };
}
