import { type Budget, type RunState, type Task, type TaskRun, untoldUsd } from '@breakwater/model';
import { pendingBeside } from './progress.js';

/** Less than this is not worth a session. */
const SMALLEST_USD = 0.01;

/**
 * Dollars a task may be given of the run's budget: its own limit, and never more than what is left after what is kept for running
 * tasks. Without a limit of its own it gets an even share of the rest. `short`: there is not enough; `later`: there may be, when a
 * running task has spent less than was kept for it.
 */
export type Grant =
  | { readonly grant: 'unlimited' }
  | { readonly grant: 'usd'; readonly usd: number }
  | { readonly grant: 'later' | 'short' };

export function grantFor(state: RunState, task: Task): Grant {
  if (state.budget === undefined) return { grant: 'unlimited' };
  const others = state.tasks.filter((other) => other.id !== task.id);
  const kept = sum(others, keptFor);
  const spent = sum(state.tasks, (one) => (one.usage.usd ?? 0) + untoldUsd(state, one));
  const left = state.budget - spent - kept;
  const usd = roundCents(Math.min(task.budget.usd ?? left / (pendingBeside(state, task.id) + 1), left));
  if (usd >= SMALLEST_USD) return { grant: 'usd', usd };
  return { grant: kept > 0 ? 'later' : 'short' };
}

/** What a task that was started may spend; undefined when nothing could be kept for it. */
export function grantedBudget(state: RunState, task: Task): Budget | undefined {
  if (state.budget === undefined) return task.budget;
  const own = state.tasks.find(({ id }) => id === task.id);
  const usd = own === undefined ? 0 : keptFor(own);
  return usd === 0 ? undefined : { ...task.budget, usd };
}

function keptFor({ state }: TaskRun): number {
  return state.state === 'running' ? (state.usd ?? 0) : 0;
}

function sum(tasks: readonly TaskRun[], dollars: (task: TaskRun) => number): number {
  return tasks.reduce((total, task) => total + dollars(task), 0);
}

/** Down, but not for a fraction that only the machine's arithmetic has lost. */
function roundCents(usd: number): number {
  return Math.floor(usd * 100 + 1e-6) / 100;
}
