import {
  addUsage,
  type Change,
  NO_USAGE,
  type RunState,
  type TaskId,
  type TaskRun,
  type TaskState,
  type Usage,
  type Work,
} from '@breakwater/model';
import { count } from '../quantities.js';
import type { LiveNews } from './live-news.js';

/** What a session left, when it left something. */
export function workOf({ state }: TaskRun): Work | undefined {
  return 'work' in state ? state.work : undefined;
}

export function tasksIn<S extends TaskState['state']>(
  state: RunState,
  wanted: S,
): readonly (TaskRun & { readonly state: Extract<TaskState, { state: S }> })[] {
  return state.tasks.filter(
    (task): task is TaskRun & { readonly state: Extract<TaskState, { state: S }> } => task.state.state === wanted,
  );
}

export function tasksOfWave(state: RunState, wave: number): readonly TaskRun[] {
  return state.tasks.filter((task) => task.wave === wave);
}

export function taskNamed(state: RunState, id: TaskId): TaskRun | undefined {
  return state.tasks.find((task) => task.id === id);
}

/** Files and lines of some changes; a file changed twice counts once. */
export function extent(changes: readonly Change[]): { readonly files: number; readonly added: number; readonly removed: number } {
  return {
    files: new Set(changes.map(({ path }) => path)).size,
    added: changes.reduce((sum, { added }) => sum + added, 0),
    removed: changes.reduce((sum, { removed }) => sum + removed, 0),
  };
}

/** Dollars of a usage; undefined when a session ran and told none. */
export function costOf({ usd, seconds }: Usage): number | undefined {
  return usd === 0 && seconds > 0 ? undefined : usd;
}

/** What the sessions of some tasks took together, as far as the journal knows; its dollars may be unknown. */
export function usageOf(tasks: readonly TaskRun[]): Usage {
  return tasks.map(({ usage }) => usage).reduce(addUsage, NO_USAGE);
}

/** What was spent, running sessions included. */
export interface Spent {
  readonly usd: number;
  /** Tasks whose session ran and did not tell its cost. */
  readonly unknown: number;
  readonly tokens: number;
}

export function spent(state: RunState, live: LiveNews): Spent {
  const usages = state.tasks.flatMap((task) => usagesOf(task, live));
  const costs = usages.map(costOf);
  return {
    usd: costs.reduce<number>((sum, usd) => sum + (usd ?? 0), 0),
    unknown: costs.filter((usd) => usd === undefined).length,
    tokens: usages.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
  };
}

/** Of earlier attempts by the journal, of the present one by the news. */
function usagesOf(task: TaskRun, live: LiveNews): readonly Usage[] {
  const now = task.state.state === 'running' ? live.get(task.id)?.usage : undefined;
  return [task.usage, ...(now === undefined ? [] : [now])];
}

/** How the run goes forward: `3 waves`, then `wave 2 of 3`; `as a stream`. */
export function scheduleText({ schedule, wave, waves }: RunState): string {
  if (schedule === 'stream') return 'as a stream';
  return wave === 0 ? count(waves.length, 'wave') : `wave ${wave} of ${waves.length}`;
}
