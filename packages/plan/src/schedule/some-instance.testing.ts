import fc from 'fast-check';
import { pairAt, pairsOf } from '../pair-table.js';
import { anInstance } from './an-instance.testing.js';
import type { Assignment, Instance } from './instance.js';

/** Small scheduling problems of every kind: chains, conflicts, risks, and a pool of three. */
export const someInstance: fc.Arbitrary<Instance> = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const task = fc.nat(size - 1);
  const pairs = (most: number) =>
    fc.array(fc.tuple(task, task), { maxLength: most }).map((list) => list.filter(([a, b]) => a < b));
  return fc
    .record({
      concurrency: fc.integer({ min: 1, max: 4 }),
      precedences: fc
        .uniqueArray(fc.tuple(task, task), { selector: String, maxLength: 3 })
        .map((list) => list.filter(([a, b]) => a < b)),
      conflicts: pairs(8),
      risks: fc
        .tuple(pairs(12), fc.integer({ min: 1, max: 9000 }))
        .map(([list, units]) => list.map(([a, b]) => [a, b, units] as const)),
      needs: fc.dictionary(
        task.map(String),
        fc.integer({ min: 1, max: 4 }).map((amount) => [{ pool: 0, amount }]),
      ),
      preferred: fc.shuffledSubarray([...new Array(size).keys()], { minLength: size }),
    })
    .map((wanted) => anInstance({ size, capacities: [3], ...wanted }));
});

/** What an assignment breaks, in words, found by looking at every pair and wave. */
export function brokenBy(instance: Instance, waveOf: Assignment): readonly string[] {
  const tasks = [...waveOf.keys()];
  const count = Math.max(0, ...waveOf.map((wave) => wave + 1));
  const waves = Array.from({ length: count }, (_, wave) => tasks.filter((task) => waveOf[task] === wave));
  return [
    ...waves.flatMap((members, wave) => (members.length > instance.concurrency ? [`wave ${wave} is crowded`] : [])),
    ...waves.flatMap((members, wave) => (members.length === 0 ? [`wave ${wave} is empty`] : [])),
    ...[...pairsOf(instance.apart)].filter(([a, b]) => waveOf[a] === waveOf[b]).map(([a, b]) => `${a} and ${b} are together`),
    ...tasks.flatMap((task) =>
      (instance.before[task] ?? []).flatMap((one) =>
        (waveOf[one] ?? 0) < (waveOf[task] ?? 0) ? [] : [`${task} is not after ${one}`],
      ),
    ),
    ...waves.flatMap((members, wave) => (isOverdrawn(instance, members) ? [`wave ${wave} needs too much`] : [])),
  ];
}

/** One user alone may have more than there is. */
function isOverdrawn({ needs, capacities }: Instance, members: readonly number[]): boolean {
  return capacities.some((capacity, pool) => {
    const amounts = members.flatMap((task) =>
      (needs[task] ?? []).filter((need) => need.pool === pool).map(({ amount }) => amount),
    );
    return amounts.length > 1 && amounts.reduce((sum, amount) => sum + amount, 0) > capacity;
  });
}

/** Summed risk inside waves, by looking at every pair. */
export function riskInside({ risk }: Instance, waveOf: Assignment): number {
  const together = [...pairsOf(risk)].filter(([a, b]) => waveOf[a] === waveOf[b]);
  return together.reduce((sum, [a, b]) => sum + pairAt(risk, a, b), 0);
}
