import { at } from '../at.js';
import type { Problem } from './problem.js';
import { int, rowOf } from './rows.js';

/** The wave of each task, from 0. */
export type Assignment = Int32Array<ArrayBuffer>;

export function waveCount(waveOf: Assignment): number {
  let last = -1;
  for (const wave of waveOf) if (wave > last) last = wave;
  return last + 1;
}

/** Waves and what they cost in risk. */
export interface Arranged {
  readonly waves: number;
  readonly waveOf: Assignment;
  /** Summed risk inside waves, in ten-thousandths. */
  readonly risk: number;
}

/** Ticks of a minute: lengths are whole numbers, so that sums are the same in any order. */
const TICKS = 10;

/**
 * An assignment under change, with what the search asks about kept up to date: what each task would meet in each wave.
 * Asking costs O(1), moving a task O(its conflicts and risks + the wave). Memory: waves * tasks * 6 bytes.
 */
export interface Arrangement {
  readonly problem: Problem;
  /** Waves in use or open for use. */
  readonly waves: number;
  readonly waveOf: Assignment;
  readonly members: number[][];
  /** By wave, then task: summed risk against the wave's members. */
  readonly riskIn: Int32Array;
  /** By wave, then task: members it may not be beside. */
  readonly apartIn: Uint16Array;
  /** By wave, then pool. */
  readonly load: Int32Array;
  /** By task, in ticks. */
  readonly lengths: Int32Array;
  /** By wave: its longest member, and the longest but one; 0 when there is none. */
  readonly longest: Int32Array;
  readonly second: Int32Array;
}

export function openArrangement(problem: Problem, waveOf: Assignment, waves: number): Arrangement {
  const arrangement: Arrangement = {
    problem,
    waves,
    waveOf: new Int32Array(waveOf),
    members: Array.from({ length: waves }, () => []),
    riskIn: new Int32Array(waves * problem.size),
    apartIn: new Uint16Array(waves * problem.size),
    load: new Int32Array(waves * problem.capacities.length),
    lengths: Int32Array.from(problem.minutes, (minutes) => Math.round(minutes * TICKS)),
    longest: new Int32Array(waves),
    second: new Int32Array(waves),
  };
  for (const [task, wave] of waveOf.entries()) enter(arrangement, task, wave);
  return arrangement;
}

/** Risk the task meets if it is, or were, in the wave. */
export function riskIn({ problem, riskIn: risk }: Arrangement, task: number, wave: number): number {
  return int(risk, wave * problem.size + task);
}

/** Summed risk inside all waves. */
export function totalRisk(arrangement: Arrangement): number {
  let twice = 0;
  for (const [task, wave] of arrangement.waveOf.entries()) twice += riskIn(arrangement, task, wave);
  return twice / 2;
}

/** Ticks that the waves take one after another, each as long as its longest member. */
export function totalTicks({ longest }: Arrangement): number {
  return longest.reduce((sum, one) => sum + one, 0);
}

export function moveTask(arrangement: Arrangement, task: number, wave: number): void {
  leave(arrangement, task);
  enter(arrangement, task, wave);
}

export function swapTasks(arrangement: Arrangement, a: number, b: number): void {
  const waveOfA = int(arrangement.waveOf, a);
  const waveOfB = int(arrangement.waveOf, b);
  leave(arrangement, a);
  leave(arrangement, b);
  enter(arrangement, a, waveOfB);
  enter(arrangement, b, waveOfA);
}

function leave(arrangement: Arrangement, task: number): void {
  const wave = int(arrangement.waveOf, task);
  const members = at(arrangement.members, wave);
  members.splice(members.indexOf(task), 1);
  count(arrangement, task, wave, -1);
}

function enter(arrangement: Arrangement, task: number, wave: number): void {
  arrangement.waveOf[task] = wave;
  at(arrangement.members, wave).push(task);
  count(arrangement, task, wave, 1);
}

function count(arrangement: Arrangement, task: number, wave: number, sign: 1 | -1): void {
  countRisks(arrangement, task, wave, sign);
  countApart(arrangement, task, wave, sign);
  countLoad(arrangement, task, wave, sign);
  measure(arrangement, wave);
}

function countRisks({ problem, riskIn: risk }: Arrangement, task: number, wave: number, sign: 1 | -1): void {
  const { risky, units, size } = problem;
  const { items } = risky;
  const base = wave * size;
  for (let n = int(risky.start, task), end = int(risky.start, task + 1); n < end; n += 1) {
    const place = base + (items[n] as number);
    risk[place] = (risk[place] as number) + sign * (units[n] as number);
  }
}

function countApart({ problem, apartIn }: Arrangement, task: number, wave: number, sign: 1 | -1): void {
  const { apart, groups, groupsOf, size } = problem;
  const base = wave * size;
  for (let n = int(apart.start, task), end = int(apart.start, task + 1); n < end; n += 1) {
    const place = base + int(apart.items, n);
    apartIn[place] = (apartIn[place] as number) + sign;
  }
  for (const group of rowOf(groupsOf, task)) {
    for (const other of rowOf(groups, group)) apartIn[base + other] = (apartIn[base + other] as number) + sign;
  }
}

function countLoad({ problem, load }: Arrangement, task: number, wave: number, sign: 1 | -1): void {
  const { pools, amounts, capacities } = problem;
  for (let n = int(pools.start, task), end = int(pools.start, task + 1); n < end; n += 1) {
    const place = wave * capacities.length + int(pools.items, n);
    load[place] = int(load, place) + sign * int(amounts, n);
  }
}

function measure({ members, lengths, longest, second }: Arrangement, wave: number): void {
  let first = 0;
  let next = 0;
  for (const member of at(members, wave)) {
    const length = int(lengths, member);
    if (length > first) {
      next = first;
      first = length;
    } else if (length > next) next = length;
  }
  longest[wave] = first;
  second[wave] = next;
}
