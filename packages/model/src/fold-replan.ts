import type { RunReplanned } from './event.js';
import type { RunState, TaskRun } from './run.js';
import type { TaskId } from './task.js';

/** The waves as the event has them: the ones that come are new, what ran stays. */
export function foldReplan(state: RunState, { from, waves }: RunReplanned): RunState {
  if (from === undefined || waves === undefined) return state;
  const place = new Map(waves.flatMap((wave, n) => wave.map((id, at) => [id, { wave: from + n, at }] as const)));
  const tasks = state.tasks
    .map((task): TaskRun => ({ ...task, wave: place.get(task.id)?.wave ?? task.wave }))
    .sort((a, b) => a.wave - b.wave || (place.get(a.id)?.at ?? 0) - (place.get(b.id)?.at ?? 0));
  return { ...state, tasks, waves: byWave(tasks) };
}

/** Task ids by wave, from 1; waves that nobody is in are empty. */
export function byWave(tasks: readonly { readonly id: TaskId; readonly wave: number }[]): readonly (readonly TaskId[])[] {
  const waves: TaskId[][] = [];
  for (const { id, wave } of tasks) {
    while (waves.length < wave) waves.push([]);
    waves[wave - 1]?.push(id);
  }
  return waves;
}
