import type { LintFault, TaskId, TaskRun } from '@breakwater/model';
import { workBeside } from '../check-drift.js';
import { taskRun } from '../progress.js';
import type { RunWorld } from '../run-world.js';

/** Files that conflict, or that nobody should have to check out. */
export interface Obstacle {
  readonly paths: readonly string[];
  readonly faults?: readonly LintFault[];
}

export async function hold(id: TaskId, obstacle: Obstacle, { recorder }: RunWorld): Promise<void> {
  const task = taskRun(recorder.state(), id);
  await recorder.note({ ev: 'task-held', task: id, ...obstacle, with: whoChanged(task, obstacle.paths, recorder) });
}

/** Who changed the conflicting paths from the same base. */
function whoChanged(task: TaskRun, paths: readonly string[], recorder: RunWorld['recorder']): readonly TaskId[] {
  const base = 'work' in task.state ? task.state.work?.base : undefined;
  if (base === undefined) return [];
  const beside = workBeside(recorder.state(), task.id, base);
  return beside.filter((other) => other.paths.some((path) => paths.includes(path))).map((other) => other.task);
}
