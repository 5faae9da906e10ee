import type { CommitId, RunState, TaskId, TaskRun } from '@breakwater/model';
import { isSettled, tasksOfWave } from './progress.js';

/** What the loop may ask of the world now. */
export type Action =
  | { readonly do: 'start'; readonly task: TaskId; readonly attempt: number; readonly lane: number; readonly base: CommitId }
  /** All that are ready, in plan order. */
  | { readonly do: 'integrate'; readonly tasks: readonly TaskId[] };

/** Decides from the state alone. `slots`: sessions at once; `integrating`: an integration is under way (there is one at a time). */
export function nextActions(state: RunState, now: { readonly slots: number; readonly integrating: boolean }): readonly Action[] {
  const wave = tasksOfWave(state, state.wave);
  const integrate = now.integrating ? undefined : nextToIntegrate(wave);
  return [...(integrate === undefined ? [] : [integrate]), ...starts(state, wave, now.slots)];
}

/** In plan order: the tasks whose work is there, up to the first that is still at work. So the chain does not depend on who is quick. */
function nextToIntegrate(wave: readonly TaskRun[]): Action | undefined {
  const open = wave.filter((task) => !isSettled(task));
  const end = open.findIndex(({ state }) => state.state !== 'committed' && state.state !== 'verified');
  const ready = end === -1 ? open : open.slice(0, end);
  return ready.length === 0 ? undefined : { do: 'integrate', tasks: ready.map((task) => task.id) };
}

function starts(state: RunState, wave: readonly TaskRun[], slots: number): readonly Action[] {
  const taken = new Set(wave.flatMap((task) => (task.state.state === 'running' ? [task.state.lane] : [])));
  const free = Array.from({ length: slots }, (_, lane) => lane).filter((lane) => !taken.has(lane));
  const room = Math.max(0, slots - taken.size);
  return wave
    .filter((task) => task.state.state === 'pending')
    .slice(0, room)
    .map((task, n) => ({ do: 'start', task: task.id, attempt: task.attempts + 1, lane: free[n] ?? n, base: state.waveBase }));
}
