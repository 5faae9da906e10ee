import type { OpenTask, RunState, Standing, TaskRun, WaveStanding } from '@breakwater/model';
import { isSettled, tasksOfWave } from './progress.js';

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

/** The same for a run in waves, with where everybody waits. */
export function waveStandingOf(state: RunState): WaveStanding {
  const waiting = (wave: number) =>
    tasksOfWave(state, wave)
      .filter((task) => task.state.state === 'pending')
      .map(({ id }) => id);
  const numbers = state.waves.map((_, n) => n + 1).filter((wave) => wave !== state.wave);
  return {
    ...standingOf(state, 0),
    present: waiting(state.wave),
    coming: numbers.map(waiting).filter((wave) => wave.length > 0),
  };
}

function openTask(task: TaskRun): readonly OpenTask[] {
  if (task.state.state === 'pending' || isSettled(task)) return [];
  const work = 'work' in task.state ? task.state.work : undefined;
  return [{ task: task.id, wrote: work?.changes.map(({ path }) => path) ?? [] }];
}
