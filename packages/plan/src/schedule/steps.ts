import { type Arrangement, moveTask, riskIn, swapTasks } from './arrangement.js';
import type { Problem } from './problem.js';
import { int, rowOf } from './rows.js';

/** One small change of an arrangement: a task into another wave, or two tasks of different waves change places. */
export type Step =
  | { readonly kind: 'move'; readonly task: number; readonly wave: number }
  | { readonly kind: 'swap'; readonly task: number; readonly other: number };

export function take(arrangement: Arrangement, step: Step): void {
  if (step.kind === 'move') moveTask(arrangement, step.task, step.wave);
  else swapTasks(arrangement, step.task, step.other);
}

/** What the move adds to the summed risk. */
export function riskOfMove(arrangement: Arrangement, task: number, wave: number): number {
  return riskIn(arrangement, task, wave) - riskIn(arrangement, task, int(arrangement.waveOf, task));
}

export function riskOfSwap(arrangement: Arrangement, task: number, other: number): number {
  const { problem, waveOf } = arrangement;
  const from = int(waveOf, task);
  const to = int(waveOf, other);
  const met = riskIn(arrangement, task, to) + riskIn(arrangement, other, from);
  const lost = riskIn(arrangement, task, from) + riskIn(arrangement, other, to);
  return met === 0 ? -lost : met - 2 * riskOf(problem, task, other) - lost;
}

/** What the move adds to the summed lengths of the waves, in ticks. */
export function ticksOfMove({ waveOf, lengths, longest, second }: Arrangement, task: number, wave: number): number {
  const from = int(waveOf, task);
  const length = int(lengths, task);
  const saved = length === int(longest, from) ? length - int(second, from) : 0;
  return Math.max(0, length - int(longest, wave)) - saved;
}

export function ticksOfSwap(arrangement: Arrangement, task: number, other: number): number {
  return ticksOfExchange(arrangement, task, other) + ticksOfExchange(arrangement, other, task);
}

/** For the wave of the one that leaves. */
function ticksOfExchange({ waveOf, lengths, longest, second }: Arrangement, leaving: number, entering: number): number {
  const wave = int(waveOf, leaving);
  const before = int(longest, wave);
  const rest = int(lengths, leaving) === before ? int(second, wave) : before;
  return Math.max(rest, int(lengths, entering)) - before;
}

/** Whether nothing forbids the move. */
export function mayMove(arrangement: Arrangement, task: number, wave: number): boolean {
  const { members, problem, waveOf } = arrangement;
  if (wave === int(waveOf, task) || (members[wave] as readonly number[]).length >= problem.concurrency) return false;
  return mayEnter(arrangement, task, wave, NOBODY);
}

export function maySwap(arrangement: Arrangement, task: number, other: number): boolean {
  const from = int(arrangement.waveOf, task);
  const to = int(arrangement.waveOf, other);
  return from !== to && mayEnter(arrangement, task, to, other) && mayEnter(arrangement, other, from, task);
}

const NOBODY = -1;

/** `leaving`: a member that leaves the wave at the same moment. Concurrency is the caller's question. The cheap question comes first. */
function mayEnter(arrangement: Arrangement, task: number, wave: number, leaving: number): boolean {
  const { problem, apartIn } = arrangement;
  const met = apartIn[wave * problem.size + task] as number;
  if (met > 0 && (leaving === NOBODY || met !== conflictsOf(problem, task, leaving))) return false;
  return inTime(arrangement, task, wave) && poolsSuffice(arrangement, task, wave, leaving);
}

function inTime({ problem, waveOf }: Arrangement, task: number, wave: number): boolean {
  const { before, after } = problem;
  for (let n = int(before.start, task), end = int(before.start, task + 1); n < end; n += 1) {
    if (int(waveOf, int(before.items, n)) >= wave) return false;
  }
  for (let n = int(after.start, task), end = int(after.start, task + 1); n < end; n += 1) {
    if (int(waveOf, int(after.items, n)) <= wave) return false;
  }
  return true;
}

function poolsSuffice({ problem, load }: Arrangement, task: number, wave: number, leaving: number): boolean {
  const { pools, amounts, capacities } = problem;
  for (let n = int(pools.start, task), end = int(pools.start, task + 1); n < end; n += 1) {
    const pool = int(pools.items, n);
    const given = leaving === NOBODY ? 0 : amountOf(problem, leaving, pool);
    if (int(load, wave * capacities.length + pool) - given + int(amounts, n) > int(capacities, pool)) return false;
  }
  return true;
}

function amountOf({ pools, amounts }: Problem, task: number, pool: number): number {
  for (let n = int(pools.start, task), end = int(pools.start, task + 1); n < end; n += 1) {
    if (int(pools.items, n) === pool) return int(amounts, n);
  }
  return 0;
}

/** How often the pair is counted: once as a pair, once for every excluding set that both are in. */
function conflictsOf({ apart, groupsOf }: Problem, a: number, b: number): number {
  const pair = placeIn(apart.items, int(apart.start, a), int(apart.start, a + 1), b) < 0 ? 0 : 1;
  const mine = rowOf(groupsOf, a);
  return mine.length === 0 ? pair : pair + rowOf(groupsOf, b).filter((group) => mine.includes(group)).length;
}

function riskOf({ risky, units }: Problem, a: number, b: number): number {
  const place = placeIn(risky.items, int(risky.start, a), int(risky.start, a + 1), b);
  return place < 0 ? 0 : int(units, place);
}

/** Binary search in an ascending stretch; -1 when it is not there. */
function placeIn(items: Int32Array, from: number, to: number, wanted: number): number {
  let [low, high] = [from, to - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = int(items, middle);
    if (item === wanted) return middle;
    if (item < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
