import { type Problem, reversed } from './problem.js';
import { int } from './rows.js';
import type { Scheme } from './scheme.js';

/** Beside one step per conflict. */
const STEPS_PER_TASK = 8;

/** Waves while they fill. A task that is not placed yet stands in the wave `size`, which no one looks at. */
interface Filling {
  readonly problem: Problem;
  readonly count: Int32Array;
  /** By wave: the task for which it was last found to be forbidden by a conflict. */
  readonly forbidden: Int32Array;
  /** By set of excluding tasks, then wave: 1 when a member is there. */
  readonly taken: Uint8Array;
  /** By wave, then pool. */
  readonly load: Int32Array;
}

/**
 * The serial scheme for tasks that are one wave long: each in turn goes into the earliest wave that takes it. (Filling wave by wave,
 * the parallel scheme, gives the same waves for the same order.) O(conflicts + tasks * waves) at worst, without allocation.
 */
export function waveScheme(problem: Problem): Scheme {
  const { size, capacities, groups } = problem;
  const room = {
    count: new Int32Array(size + 1),
    forbidden: new Int32Array(size + 1),
    taken: new Uint8Array((groups.start.length - 1) * size),
    load: new Int32Array(size * capacities.length),
  };
  const ahead: Filling = { problem, ...room };
  const back: Filling = { problem: reversed(problem), ...room };
  return {
    lengths: new Int32Array(size).fill(1),
    steps: STEPS_PER_TASK * size + problem.apart.items.length,
    forwards: (order, start) => fillWaves(ahead, order, start),
    backwards: (order, start) => fillWaves(back, order, start),
  };
}

function fillWaves(filling: Filling, order: Int32Array, waveOf: Int32Array): number {
  const { problem, count, forbidden, taken, load } = filling;
  waveOf.fill(problem.size);
  count.fill(0);
  forbidden.fill(-1);
  taken.fill(0);
  load.fill(0);
  let last = -1;
  for (let n = 0; n < order.length; n += 1) {
    const task = int(order, n);
    const wave = firstRoom(filling, task, waveOf);
    enter(filling, task, wave);
    waveOf[task] = wave;
    if (wave > last) last = wave;
  }
  return last + 1;
}

function firstRoom(filling: Filling, task: number, waveOf: Int32Array): number {
  const { problem, count, forbidden } = filling;
  const { apart, concurrency } = problem;
  for (let place = int(apart.start, task), end = int(apart.start, task + 1); place < end; place += 1) {
    forbidden[int(waveOf, int(apart.items, place))] = task;
  }
  let wave = firstInTime(problem, task, waveOf);
  while (int(count, wave) >= concurrency || int(forbidden, wave) === task || !othersAgree(filling, task, wave)) wave += 1;
  return wave;
}

function firstInTime({ before }: Problem, task: number, waveOf: Int32Array): number {
  let wave = 0;
  for (let place = int(before.start, task), end = int(before.start, task + 1); place < end; place += 1) {
    const next = int(waveOf, int(before.items, place)) + 1;
    if (next > wave) wave = next;
  }
  return wave;
}

/** Excluding sets and pools; most tasks have neither. */
function othersAgree({ problem, taken, load }: Filling, task: number, wave: number): boolean {
  const { size, groupsOf, pools, amounts, capacities } = problem;
  for (let place = int(groupsOf.start, task), end = int(groupsOf.start, task + 1); place < end; place += 1) {
    if (taken[int(groupsOf.items, place) * size + wave] === 1) return false;
  }
  for (let place = int(pools.start, task), end = int(pools.start, task + 1); place < end; place += 1) {
    const pool = int(pools.items, place);
    if (int(load, wave * capacities.length + pool) + int(amounts, place) > int(capacities, pool)) return false;
  }
  return true;
}

function enter({ problem, count, taken, load }: Filling, task: number, wave: number): void {
  const { size, groupsOf, pools, amounts, capacities } = problem;
  count[wave] = int(count, wave) + 1;
  for (let place = int(groupsOf.start, task), end = int(groupsOf.start, task + 1); place < end; place += 1) {
    taken[int(groupsOf.items, place) * size + wave] = 1;
  }
  for (let place = int(pools.start, task), end = int(pools.start, task + 1); place < end; place += 1) {
    const cell = wave * capacities.length + int(pools.items, place);
    load[cell] = int(load, cell) + int(amounts, place);
  }
}
