import { canPack, firstGap, pack } from './packed.js';
import { type Problem, reversed } from './problem.js';
import { int } from './rows.js';
import type { Scheme } from './scheme.js';

const STEPS_PER_TASK = 12;

/** What is free of every pool in every unit of time. */
interface Timetable {
  readonly problem: Problem;
  readonly lengths: Int32Array;
  readonly needs: Int32Array;
  readonly free: Int32Array;
  readonly capacity: number;
  /** Units that the schedule before this one wrote to. */
  readonly used: { until: number };
}

/** Whole lengths, few and small pools, no conflicts, nobody counts heads. */
function fitsTimetable(problem: Problem): boolean {
  const { size, concurrency, minutes, apart, groups, capacities } = problem;
  if (concurrency < size || apart.items.length > 0 || groups.items.length > 0) return false;
  return canPack(capacities) && minutes.every((one) => Number.isInteger(one));
}

/**
 * The serial scheme of project scheduling (Kelley 1963): each task in turn starts as early as predecessors and pools allow, into gaps
 * that earlier ones left. One unit is one minute; all pools are looked at at once. No allocation per schedule.
 * Throws an internal error for what it would not keep to.
 */
export function timetableScheme(problem: Problem): Scheme {
  if (!fitsTimetable(problem)) throw new Error('Internal error: a timetable knows order and small pools only');
  const { size, minutes, capacities } = problem;
  const lengths = Int32Array.from(minutes);
  const horizon = lengths.reduce((sum, one) => sum + one, 1);
  const table = {
    lengths,
    needs: Int32Array.from({ length: size }, (_, task) => pack((pool) => amountOf(problem, task, pool), capacities.length)),
    capacity: pack((pool) => int(capacities, pool), capacities.length),
    free: new Int32Array(2 * horizon),
    used: { until: 2 * horizon },
  };
  const ahead: Timetable = { problem, ...table };
  const back: Timetable = { problem: reversed(problem), ...table };
  return {
    lengths,
    steps: STEPS_PER_TASK * size,
    forwards: (order, start) => fillTable(ahead, order, start),
    backwards: (order, start) => fillTable(back, order, start),
  };
}

function amountOf({ pools, amounts }: Problem, task: number, pool: number): number {
  for (let place = int(pools.start, task); place < int(pools.start, task + 1); place += 1) {
    if (int(pools.items, place) === pool) return int(amounts, place);
  }
  return 0;
}

function fillTable(table: Timetable, order: Int32Array, start: Int32Array): number {
  const { lengths, needs, free, capacity, used } = table;
  free.fill(capacity, 0, used.until);
  let end = 0;
  for (let n = 0; n < order.length; n += 1) {
    const task = int(order, n);
    const length = int(lengths, task);
    const need = int(needs, task);
    const ready = firstInTime(table, task, start);
    const begin = need === 0 || length === 0 ? ready : firstGap(free, need, ready, length);
    for (let unit = begin; unit < begin + length; unit += 1) free[unit] = int(free, unit) - need;
    start[task] = begin;
    if (begin + length > end) end = begin + length;
  }
  used.until = end;
  return end;
}

function firstInTime({ problem, lengths }: Timetable, task: number, start: Int32Array): number {
  const { before } = problem;
  let ready = 0;
  for (let place = int(before.start, task), end = int(before.start, task + 1); place < end; place += 1) {
    const earlier = int(before.items, place);
    const done = int(start, earlier) + int(lengths, earlier);
    if (done > ready) ready = done;
  }
  return ready;
}
