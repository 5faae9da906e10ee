import { at } from '../at.js';
import { pairAt } from '../pair-table.js';
import type { Assignment, Instance } from './instance.js';

/** Waves while they fill; members of a wave form a chain: `first` of the wave, then `next` of each task. */
interface Filling {
  readonly instance: Instance;
  readonly count: Int32Array;
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** `pools` numbers for each wave. */
  readonly load: Float64Array;
}

const NONE = -1;

/**
 * Serial list scheduling: each task in turn goes into the earliest wave that takes it. `order` must hold every task after its
 * predecessors. (With sessions one wave long, filling wave by wave in the same order gives the same waves.) O(tasks^2) at worst.
 */
export function placeInOrder(instance: Instance, order: readonly number[]): Assignment {
  const filling = openWaves(instance);
  const waveOf = new Int32Array(instance.size);
  for (const task of order) {
    let wave = 0;
    for (const before of at(instance.before, task)) wave = Math.max(wave, at(waveOf, before) + 1);
    while (!fits(filling, task, wave)) wave += 1;
    waveOf[task] = wave;
    put(filling, task, wave);
  }
  return waveOf;
}

function openWaves(instance: Instance): Filling {
  const { size, capacities } = instance;
  return {
    instance,
    count: new Int32Array(size),
    first: new Int32Array(size).fill(NONE),
    next: new Int32Array(size).fill(NONE),
    load: new Float64Array(size * capacities.length),
  };
}

/** An empty wave takes any task, even one that needs more than there is: alone is the best it can have. */
function fits({ instance, count, first, next, load }: Filling, task: number, wave: number): boolean {
  if (at(count, wave) === 0) return true;
  if (at(count, wave) >= instance.concurrency) return false;
  for (let member = at(first, wave); member !== NONE; member = at(next, member)) {
    if (pairAt(instance.apart, task, member) === 1) return false;
  }
  const pools = instance.capacities.length;
  return at(instance.needs, task).every(({ pool, amount }) => {
    const taken = at(load, wave * pools + pool);
    return taken === 0 || taken + amount <= at(instance.capacities, pool);
  });
}

function put({ instance, count, first, next, load }: Filling, task: number, wave: number): void {
  count[wave] = at(count, wave) + 1;
  next[task] = at(first, wave);
  first[wave] = task;
  for (const { pool, amount } of at(instance.needs, task)) {
    const place = wave * instance.capacities.length + pool;
    load[place] = at(load, place) + amount;
  }
}
