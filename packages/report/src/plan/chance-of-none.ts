import type { Plan, TaskId } from '@breakwater/model';

/** The probability that no two tasks of one group write one file; pairs are taken as independent. */
export function chanceOfNone(plan: Plan, groups: readonly (readonly TaskId[])[]): number {
  const groupOf = new Map(groups.flatMap((group, at) => group.map((id) => [id, at] as const)));
  return plan.risks
    .filter(({ between: [a, b] }) => groupOf.has(a) && groupOf.get(a) === groupOf.get(b))
    .reduce((none, { p }) => none * (1 - p), 1);
}

/** The tasks as listed, so many at a time. */
export function inListedOrder(plan: Plan): readonly (readonly TaskId[])[] {
  const size = Math.max(1, plan.concurrency);
  const count = Math.ceil(plan.tasks.length / size);
  return Array.from({ length: count }, (_, at) => plan.tasks.slice(at * size, (at + 1) * size).map(({ id }) => id));
}
