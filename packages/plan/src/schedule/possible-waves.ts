import type { Problem } from './problem.js';
import { int, real, rowOf } from './rows.js';

/** Sets of tasks that nothing forbids to be a wave; a set is the bits of a number. */
export interface PossibleWaves {
  /** By set: the risk inside; infinite where it is no wave. */
  readonly risk: Float64Array;
  /** By set: what must be placed before. */
  readonly needs: Int32Array;
  /** Whether nothing is before anything. */
  readonly inAnyOrder: boolean;
}

/** Every set grows from a smaller one, for what forbids that forbids it too. O(2^tasks * tasks). */
export function possibleWaves(problem: Problem): PossibleWaves {
  const { size, before } = problem;
  const strangers = Array.from({ length: size }, (_, task) => strangersOf(problem, task));
  const needed = Array.from({ length: size }, (_, task) => setOf(rowOf(before, task)));
  const risk = new Float64Array(2 ** size).fill(Number.POSITIVE_INFINITY, 1);
  const needs = new Int32Array(2 ** size);
  for (let set = 1; set < risk.length; set += 1) {
    const task = firstTask(set);
    const rest = set & ~(1 << task);
    const grows = Number.isFinite(real(risk, rest)) && ((strangers[task] ?? 0) & rest) === 0 && hasRoom(problem, set);
    if (!grows) continue;
    needs[set] = int(needs, rest) | (needed[task] ?? 0);
    risk[set] = real(risk, rest) + riskBeside(problem, task, rest);
  }
  return { risk, needs, inAnyOrder: before.items.length === 0 };
}

/** Of a set that has any. */
function firstTask(set: number): number {
  return 31 - Math.clz32(set & -set);
}

function setOf(tasks: Iterable<number>): number {
  let set = 0;
  for (const task of tasks) set |= 1 << task;
  return set;
}

/** Whom it may not be beside. */
function strangersOf({ apart, groups, groupsOf, before, after }: Problem, task: number): number {
  const rows = [apart, before, after].map((one) => rowOf(one, task));
  const excluding = [...rowOf(groupsOf, task)].map((group) => rowOf(groups, group));
  return [...rows, ...excluding].reduce((set, row) => set | setOf(row), 0) & ~(1 << task);
}

function hasRoom({ size, concurrency, pools, amounts, capacities }: Problem, set: number): boolean {
  let members = 0;
  const left = capacities.slice();
  for (let task = 0; task < size; task += 1) {
    if (((set >> task) & 1) === 0) continue;
    members += 1;
    for (let n = int(pools.start, task), end = int(pools.start, task + 1); n < end; n += 1) {
      const pool = int(pools.items, n);
      left[pool] = int(left, pool) - int(amounts, n);
    }
  }
  return members <= concurrency && left.every((one) => one >= 0);
}

function riskBeside({ risky, units }: Problem, task: number, set: number): number {
  let risk = 0;
  for (let n = int(risky.start, task), end = int(risky.start, task + 1); n < end; n += 1) {
    if ((set >> int(risky.items, n)) & 1) risk += int(units, n);
  }
  return risk;
}
