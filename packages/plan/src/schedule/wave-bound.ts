import { at } from '../at.js';
import { bitRow, countCommon } from './bit-rows.js';
import { distinct, someCliques } from './cliques.js';
import { entangledPairs } from './entangled.js';
import { type LoadBound, loadBound, type Placed } from './load-bound.js';
import { heads, tails } from './priorities.js';
import type { Problem } from './problem.js';
import { int, real, rowOf } from './rows.js';

/** A number of waves that no arrangement can do without, and what proves it. */
export interface WaveBound extends LoadBound {
  /**
   * `chain`: each waits for the one before; `concurrency`: too many tasks; `apart`: no two may share a wave; `pool`: they take too
   * much; `alone`: they share with nobody.
   */
  readonly kind: 'chain' | 'concurrency' | 'apart' | 'pool' | 'alone';
  /** The tasks that take the waves between `head` and `tail`, ascending; of a chain in its order. */
  readonly tasks: readonly number[];
  /** With `pool`, and how much the tasks take of it together. */
  readonly pool?: number;
  readonly amount?: number;
}

/** From this many tasks on, nobody looks for tasks that stand alone. */
const MANY = 3_000;

/**
 * The best of all arguments we know; of equals the first: the longest chain, sessions, pools, tasks that exclude each
 * other, tasks that stand alone.
 */
export function waveBound(problem: Problem): WaveBound {
  const ones = new Float64Array(problem.size).fill(1);
  const [head, tail] = [heads(problem, ones), tails(problem, ones)];
  const boundOf = (kind: WaveBound['kind'], users: readonly User[], capacity: number): WaveBound => {
    const placed = users.map(({ task, amount }): Placed => ({ head: real(head, task), tail: real(tail, task), amount }));
    const bound = loadBound(placed, capacity);
    const inside = users.filter((_, n) => at(placed, n).head >= bound.head && at(placed, n).tail >= bound.tail);
    const amount = inside.reduce((sum, one) => sum + one.amount, 0);
    return { kind, ...bound, amount, tasks: inside.map(({ task }) => task) };
  };
  const everyone = boundOf('concurrency', users(new Array(problem.size).keys()), problem.concurrency);
  const pools = poolUsers(problem).map((list, pool) => ({ ...boundOf('pool', list, int(problem.capacities, pool)), pool }));
  const cliques = distinct(someCliques(problem)).map((clique) => boundOf('apart', users(clique), 1));
  return [chainBound(problem, tail), everyone, ...pools, ...cliques, aloneBound(problem)].reduce((best, other) =>
    other.waves > best.waves ? other : best,
  );
}

/** From a task with the longest tail on, always to the successor with the longest tail. */
function chainBound(problem: Problem, tail: Float64Array): WaveBound {
  const tasks: number[] = [];
  let candidates = problem.order;
  while (candidates.length > 0) {
    const next = candidates.reduce((best, one) => (real(tail, one) > real(tail, best) ? one : best));
    tasks.push(next);
    candidates = rowOf(problem.after, next);
  }
  return { kind: 'chain', waves: tasks.length, head: 0, tail: 0, tasks };
}

interface User {
  readonly task: number;
  readonly amount: number;
}

function users(tasks: Iterable<number>): readonly User[] {
  return Array.from(tasks, (task) => ({ task, amount: 1 }));
}

function poolUsers({ size, pools, amounts, capacities }: Problem): readonly (readonly User[])[] {
  const lists: User[][] = Array.from(capacities, () => []);
  for (let task = 0; task < size; task += 1) {
    for (const [n, pool] of rowOf(pools, task).entries()) {
      at(lists, pool).push({ task, amount: int(amounts, int(pools.start, task) + n) });
    }
  }
  return lists;
}

/** Tasks that stand apart from all others take a wave each; the rest share. */
function aloneBound(problem: Problem): WaveBound {
  const { size, concurrency } = problem;
  const none: WaveBound = { kind: 'alone', waves: 0, head: 0, tail: 0, tasks: [] };
  if (size > MANY) return none;
  const pairs = entangledPairs(problem);
  const tasks = [...new Array(size).keys()].filter((task) => countCommon(bitRow(pairs, task), bitRow(pairs, task)) === size - 1);
  return tasks.length === 0 ? none : { ...none, tasks, waves: tasks.length + Math.ceil((size - tasks.length) / concurrency) };
}
