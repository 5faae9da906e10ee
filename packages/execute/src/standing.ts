import type { OpenTask, RunState, Standing, TaskRun } from '@breakwater/model';
import { isSettled } from './progress.js';

/** The snapshot from which it is decided what starts next; `room`: sessions that may be started. */
export function standingOf({ tasks }: RunState, room: number): Standing {
  return {
    integrated: tasks.filter(({ state }) => state.state === 'integrated').map(({ id }) => id),
    open: tasks.flatMap(openTask),
    waiting: tasks
      .filter(({ state }) => state.state === 'pending')
      .map(({ id, attempts }) => ({ task: id, begun: attempts > 0 })),
    room,
  };
}

function openTask(task: TaskRun): readonly OpenTask[] {
  if (task.state.state === 'pending' || isSettled(task)) return [];
  const work = 'work' in task.state ? task.state.work : undefined;
  return [{ task: task.id, wrote: work?.changes.map(({ path }) => path) ?? [] }];
}
