import fc from 'fast-check';
import { aProblem } from './a-problem.testing.js';
import type { Assignment } from './arrangement.js';
import type { Pair, Problem } from './problem.js';
import { int, type Rows, rowOf } from './rows.js';

/** Scheduling problems of every kind: chains, conflicts, excluding sets, risks, lengths, and a pool of three. */
export const problemUpTo = (most: number): fc.Arbitrary<Problem> =>
  fc.integer({ min: 1, max: most }).chain((size) => {
    const task = fc.nat(size - 1);
    const pairs = (most: number) =>
      fc.uniqueArray(fc.tuple(task, task), { selector: String, maxLength: most }).map((list) => list.filter(([a, b]) => a < b));
    return fc
      .record({
        concurrency: fc.integer({ min: 1, max: 4 }),
        precedences: pairs(3),
        conflicts: pairs(8),
        groups: fc.array(fc.uniqueArray(task, { minLength: Math.min(2, size), maxLength: 4 }), { maxLength: 1 }),
        risks: fc
          .tuple(pairs(12), fc.integer({ min: 1, max: 9000 }))
          .map(([list, units]) => list.map(([a, b]) => [a, b, units] as const)),
        needs: fc
          .dictionary(task.map(String), fc.integer({ min: 1, max: 4 }))
          .map((amounts) => Object.entries(amounts).map(([user, amount]) => ({ task: Number(user), pool: 0, amount }))),
        minutes: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: size, maxLength: size }),
        preferred: fc.shuffledSubarray([...new Array(size).keys()], { minLength: size }),
      })
      .map((parts) => aProblem({ size, capacities: [3], ...parts }));
  });

export const someProblem = problemUpTo(8);

/** Only order and pools are left of it: nobody conflicts, nobody counts heads. */
export function withoutConflicts(problem: Problem): Problem {
  const { apart, groups, groupsOf } = aProblem({ size: problem.size });
  return { ...problem, concurrency: problem.size, apart, groups, groupsOf };
}

/** All pairs that rows hold, the lower number first, each once. */
export function pairsOf(rows: Rows): readonly Pair[] {
  const size = rows.start.length - 1;
  return Array.from({ length: size }, (_, a) => [...rowOf(rows, a)].filter((b) => a < b).map((b): Pair => [a, b])).flat();
}

/** What an assignment breaks, in words, found by looking at every pair and wave. */
export function brokenBy(problem: Problem, waveOf: Assignment): readonly string[] {
  const tasks = [...waveOf.keys()];
  const count = Math.max(0, ...waveOf.map((wave) => wave + 1));
  const waves = Array.from({ length: count }, (_, wave) => tasks.filter((task) => waveOf[task] === wave));
  return [
    ...waves.flatMap((members, wave) => (members.length > problem.concurrency ? [`wave ${wave} is crowded`] : [])),
    ...waves.flatMap((members, wave) => (members.length === 0 ? [`wave ${wave} is empty`] : [])),
    ...apartPairs(problem)
      .filter(([a, b]) => waveOf[a] === waveOf[b])
      .map(([a, b]) => `${a} and ${b} are together`),
    ...tasks.flatMap((task) =>
      [...rowOf(problem.before, task)].flatMap((one) =>
        (waveOf[one] ?? 0) < (waveOf[task] ?? 0) ? [] : [`${task} is not after ${one}`],
      ),
    ),
    ...waves.flatMap((members, wave) => (isOverdrawn(problem, members) ? [`wave ${wave} needs too much`] : [])),
  ];
}

/** Pairs in conflict, and pairs of one excluding set. */
export function apartPairs({ apart, groups }: Problem): readonly Pair[] {
  const sets = Array.from({ length: groups.start.length - 1 }, (_, group) => [...rowOf(groups, group)]);
  return [...pairsOf(apart), ...sets.flatMap((set) => set.flatMap((a) => set.filter((b) => a < b).map((b): Pair => [a, b])))];
}

/** What starts and lengths break, in words, found by looking at every pair and at every moment something starts. */
export function brokenInTime(problem: Problem, start: ArrayLike<number>, lengths: ArrayLike<number>): readonly string[] {
  const tasks = [...new Array(problem.size).keys()];
  const [begin, end] = [(task: number) => start[task] ?? Number.NaN, (task: number) => (start[task] ?? 0) + (lengths[task] ?? 0)];
  const running = (moment: number) => tasks.filter((task) => begin(task) <= moment && moment < end(task));
  const meet = ([a, b]: Pair) => begin(a) < end(b) && begin(b) < end(a);
  return [
    ...tasks.filter((task) => !(begin(task) >= 0)).map((task) => `${task} has no start`),
    ...tasks
      .filter((task) => running(begin(task)).length > problem.concurrency)
      .map((task) => `it is crowded when ${task} starts`),
    ...apartPairs(problem)
      .filter(meet)
      .map(([a, b]) => `${a} and ${b} are together`),
    ...tasks.flatMap((task) =>
      [...rowOf(problem.before, task)].flatMap((one) => (end(one) <= begin(task) ? [] : [`${task} is not after ${one}`])),
    ),
    ...tasks.filter((task) => isOverdrawn(problem, running(begin(task)))).map((task) => `too much is needed when ${task} starts`),
  ];
}

function isOverdrawn({ pools, amounts, capacities }: Problem, members: readonly number[]): boolean {
  return [...capacities].some((capacity, pool) => {
    const taken = members.flatMap((task) =>
      [...rowOf(pools, task)].flatMap((one, n) => (one === pool ? [int(amounts, int(pools.start, task) + n)] : [])),
    );
    return taken.reduce((sum, amount) => sum + amount, 0) > capacity;
  });
}

/** Summed risk inside waves, by looking at every pair. */
export function riskInside({ risky, units }: Problem, waveOf: Assignment): number {
  let sum = 0;
  for (const [a] of waveOf.entries()) {
    for (const [n, b] of rowOf(risky, a).entries())
      if (a < b && waveOf[a] === waveOf[b]) sum += int(units, int(risky.start, a) + n);
  }
  return sum;
}

/** Minutes that the waves take one after another. */
export function minutesOf({ minutes }: Problem, waveOf: Assignment): number {
  const longest = new Map<number, number>();
  for (const [task, wave] of waveOf.entries()) longest.set(wave, Math.max(longest.get(wave) ?? 0, minutes[task] ?? 0));
  return [...longest.values()].reduce((sum, one) => sum + one, 0);
}
