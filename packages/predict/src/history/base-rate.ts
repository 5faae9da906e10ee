import type { PastTable } from './past-table.js';

/** Past commits looked at. */
const NEWEST = 300;
/** Commits at most so far apart stand for tasks of one plan. */
export const NEAR = 11;
/** Elsewhere one pair in twenty has a file in common; that counts like so many pairs. */
const PRIOR = { rate: 0.05, weight: 60 };

/** How often two near commits of this repository changed a common file, drawn towards what is usual elsewhere. */
export function baseRate({ changes }: PastTable): number {
  const sets = changes.slice(0, NEWEST).map(({ files }) => new Set(files));
  let [pairs, common] = [0, 0];
  for (const [n, one] of sets.entries()) {
    for (const other of sets.slice(n + 1, n + 1 + NEAR)) {
      pairs += 1;
      if (meet(one, other)) common += 1;
    }
  }
  return (common + PRIOR.rate * PRIOR.weight) / (pairs + PRIOR.weight);
}

/** Whether two sets have a member in common. */
export function meet<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const member of small) if (large.has(member)) return true;
  return false;
}
