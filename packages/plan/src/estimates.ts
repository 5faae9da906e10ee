import type { Task } from '@breakwater/model';

/** Minutes of a session that nobody has said anything about. */
const ORDINARY = 30;

/**
 * How long each task may take: as long as in past runs (`past`, by task id), else its own budget of minutes, else the middle one of
 * those known, for a task nobody measured is an ordinary one.
 */
export function estimateMinutes(tasks: readonly Task[], past: Readonly<Record<string, number>> = {}): readonly number[] {
  const known = tasks.map(({ id, budget }) => (Object.hasOwn(past, id) ? past[id] : budget.minutes));
  const sorted = known.filter((minutes) => minutes !== undefined).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? ORDINARY;
  return known.map((minutes) => minutes ?? middle);
}
