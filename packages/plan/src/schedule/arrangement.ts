import { at } from '../at.js';
import { pairAt } from '../pair-table.js';
import type { Assignment, Instance } from './instance.js';

/**
 * An assignment under change, with what the search asks about kept up to date: what each task would meet in each wave.
 * Asking costs O(1), moving a task O(tasks).
 */
export interface Arrangement {
  readonly instance: Instance;
  /** Waves in use or open for use. */
  readonly waves: number;
  readonly waveOf: Assignment;
  readonly members: readonly Set<number>[];
  /** By wave, then task: summed risk against the wave's members. */
  readonly riskIn: Int32Array;
  /** By wave, then task: members it may not be beside. */
  readonly apartIn: Uint16Array;
  /** By wave, then pool. */
  readonly load: Float64Array;
}

export function openArrangement(instance: Instance, waveOf: Assignment, waves: number): Arrangement {
  const arrangement = {
    instance,
    waves,
    waveOf: new Int32Array(waveOf),
    members: Array.from({ length: waves }, () => new Set<number>()),
    riskIn: new Int32Array(waves * instance.size),
    apartIn: new Uint16Array(waves * instance.size),
    load: new Float64Array(waves * instance.capacities.length),
  };
  for (const [task, wave] of waveOf.entries()) enter(arrangement, task, wave);
  return arrangement;
}

/** Risk the task meets if it is, or were, in the wave. */
export function riskIn({ instance, riskIn: risk }: Arrangement, task: number, wave: number): number {
  return at(risk, wave * instance.size + task);
}

/** Summed risk inside all waves. */
export function totalRisk(arrangement: Arrangement): number {
  let twice = 0;
  for (const [task, wave] of arrangement.waveOf.entries()) twice += riskIn(arrangement, task, wave);
  return twice / 2;
}

export function moveTask(arrangement: Arrangement, task: number, wave: number): void {
  leave(arrangement, task);
  enter(arrangement, task, wave);
}

export function swapTasks(arrangement: Arrangement, a: number, b: number): void {
  const [waveOfA, waveOfB] = [at(arrangement.waveOf, a), at(arrangement.waveOf, b)];
  leave(arrangement, a);
  leave(arrangement, b);
  enter(arrangement, a, waveOfB);
  enter(arrangement, b, waveOfA);
}

function leave(arrangement: Arrangement, task: number): void {
  const wave = at(arrangement.waveOf, task);
  at(arrangement.members, wave).delete(task);
  count(arrangement, { task, wave, sign: -1 });
}

function enter(arrangement: Arrangement, task: number, wave: number): void {
  arrangement.waveOf[task] = wave;
  at(arrangement.members, wave).add(task);
  count(arrangement, { task, wave, sign: 1 });
}

function count(
  { instance, riskIn: risk, apartIn, load }: Arrangement,
  { task, wave, sign }: { readonly task: number; readonly wave: number; readonly sign: 1 | -1 },
): void {
  const { size, capacities } = instance;
  for (let other = 0, place = wave * size; other < size; other += 1, place += 1) {
    risk[place] = at(risk, place) + sign * pairAt(instance.risk, task, other);
    apartIn[place] = at(apartIn, place) + sign * pairAt(instance.apart, task, other);
  }
  for (const { pool, amount } of at(instance.needs, task)) {
    const place = wave * capacities.length + pool;
    load[place] = at(load, place) + sign * amount;
  }
}
