import type { Budget, RunState, Task, TaskId, TaskRun } from '@breakwater/model';

/** Less than this is not worth a session. */
const SMALLEST_USD = 0.01;

/**
 * What a task may spend: its own limit, and never more than what is left of the run's budget after what running tasks may still
 * spend. Without a limit of its own a task gets an even share of the rest. Undefined: there is not enough left to start.
 */
export function taskBudget(state: RunState, tasks: readonly Task[], task: Task): Budget | undefined {
  if (state.budget === undefined) return task.budget;
  const others = state.tasks.filter((other) => other.id !== task.id);
  const left = state.budget - spent(state) - reserved(others, tasks, state.budget / state.tasks.length);
  const waiting = others.filter((other) => other.state.state === 'pending').length;
  const usd = Math.min(task.budget.usd ?? left / (waiting + 1), left);
  return usd < SMALLEST_USD ? undefined : { ...task.budget, usd: roundCents(usd) };
}

function spent(state: RunState): number {
  return state.tasks.reduce((sum, task) => sum + (task.usage.usd ?? 0), 0);
}

/** Running tasks count with their own limit, or with an even share of the whole. */
function reserved(others: readonly TaskRun[], tasks: readonly Task[], share: number): number {
  const running = others.filter((task) => task.state.state === 'running');
  const limit = (id: TaskId): number => tasks.find((task) => task.id === id)?.budget.usd ?? share;
  return running.reduce((sum, task) => sum + limit(task.id), 0);
}

function roundCents(usd: number): number {
  return Math.floor(usd * 100) / 100;
}
