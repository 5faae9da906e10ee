import { at } from '../at.js';
import { someCliques } from './cliques.js';
import { heads, tails } from './priorities.js';
import type { Problem } from './problem.js';
import { int, real, rowOf } from './rows.js';

/** Minutes of one task on one machine: it cannot start before `head`, `tail` follows it, and it keeps `work` of the capacity busy. */
interface Busy {
  readonly head: number;
  readonly tail: number;
  readonly work: number;
}

/**
 * Minutes that no schedule can do without, be it waves or a stream: the longest chain, and for sessions, every pool and every set of
 * tasks that exclude each other, the work between heads and tails (Carlier's bound for one machine, 1982, for several).
 */
export function minuteBound(problem: Problem): number {
  const { minutes, size, concurrency, capacities } = problem;
  const [head, tail] = [heads(problem, minutes), tails(problem, minutes)];
  const busy = (task: number, amount = 1): Busy => ({
    head: real(head, task),
    tail: real(tail, task),
    work: amount * real(minutes, task),
  });
  const tasks = [...new Array(size).keys()];
  const chain = tasks.map((task) => real(head, task) + real(minutes, task) + real(tail, task));
  const pools = [...capacities].map((capacity, pool) => energyBound(poolUsers(problem, pool, busy), capacity));
  const cliques = someCliques(problem, minutes).map((clique) =>
    energyBound(
      clique.map((task) => busy(task)),
      1,
    ),
  );
  const everyone = energyBound(
    tasks.map((task) => busy(task)),
    concurrency,
  );
  return [...chain, ...pools, ...cliques, everyone].reduce((most, one) => Math.max(most, one), 0);
}

function poolUsers(
  { size, pools, amounts }: Problem,
  pool: number,
  busy: (task: number, amount: number) => Busy,
): readonly Busy[] {
  const users: Busy[] = [];
  for (let task = 0; task < size; task += 1) {
    const n = rowOf(pools, task).indexOf(pool);
    if (n >= 0) users.push(busy(task, int(amounts, int(pools.start, task) + n)));
  }
  return users;
}

/** head + tail + the work of all with at least that head and that tail, divided; the most over every pair. O(heads * tails). */
function energyBound(tasks: readonly Busy[], capacity: number): number {
  const headPlaces = distinct(tasks.map(({ head }) => head));
  const tailPlaces = distinct(tasks.map(({ tail }) => tail));
  const [rows, width] = [headPlaces.size, tailPlaces.size + 1];
  const work = new Float64Array((rows + 1) * width);
  for (const task of tasks) {
    const place = (headPlaces.get(task.head) ?? 0) * width + (tailPlaces.get(task.tail) ?? 0);
    work[place] = at(work, place) + task.work;
  }
  let bound = 0;
  for (const [head, row] of [...headPlaces].reverse()) {
    for (const [tail, column] of [...tailPlaces].reverse()) {
      const here = row * width + column;
      work[here] = at(work, here) + at(work, here + width) + at(work, here + 1) - at(work, here + width + 1);
      if (at(work, here) > 0) bound = Math.max(bound, head + tail + at(work, here) / capacity);
    }
  }
  return bound;
}

/** Each value with its place among all, ascending. */
function distinct(values: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...new Set(values)].sort((a, b) => a - b).map((value, place) => [value, place]));
}
