import type { PastSession, Task, TaskEstimate } from '@breakwater/model';
import { quantile } from './spread.js';

/** Fewer earlier sessions than this say nothing about tasks that were not among them. */
export const ENOUGH = 3;
/** Minutes of every session while nothing is known: any number would do, for only ratios are shown then. */
export const EQUAL_MINUTES = 10;

/**
 * How long each session may take: as long as earlier sessions of the same task; else as the middle one of all earlier sessions, longer
 * or shorter as the author allows more or fewer minutes; else the minutes the author allows; else all alike.
 */
export function estimateTasks(tasks: readonly Task[], past: readonly PastSession[]): readonly TaskEstimate[] {
  const allowed = tasks.flatMap(({ budget }) => budget.minutes ?? []);
  const usualBudget = allowed.length === 0 ? undefined : quantile(allowed, 0.5);
  const usual = past.length < ENOUGH ? undefined : middle(past);
  return tasks.map(({ id, budget: { minutes } }): TaskEstimate => {
    const own = past.filter((session) => session.task === id);
    const share = minutes === undefined || usualBudget === undefined ? 1 : minutes / usualBudget;
    if (own.length > 0) return { task: id, minutes: tenths(middle(own)), source: 'task' };
    if (usual !== undefined) return { task: id, minutes: tenths(usual * share), source: 'runs' };
    if (minutes !== undefined) return { task: id, minutes: tenths(minutes), source: 'budget' };
    return { task: id, minutes: tenths(usualBudget ?? EQUAL_MINUTES), source: 'equal' };
  });
}

function middle(sessions: readonly PastSession[]): number {
  return quantile(
    sessions.map(({ minutes }) => minutes),
    0.5,
  );
}

/** A session takes a tenth of a minute at least, so that nothing is ever free. */
function tenths(minutes: number): number {
  return Math.max(0.1, Math.round(minutes * 10) / 10);
}
