import { type Problem, reversed } from './problem.js';
import { int, rowLength } from './rows.js';
import type { Scheme } from './scheme.js';

/** Ticks of a minute. */
export const TICKS_PER_MINUTE = 10;
const STEPS_PER_TASK = 30;
const NONE = -1;

/** A run as it goes on, one moment at a time. */
interface Run {
  readonly problem: Problem;
  readonly lengths: Int32Array;
  /** Waiting tasks as a chain in the order given; place `size` is its head. */
  readonly next: Int32Array;
  /** By task: predecessors that are not done. */
  readonly missing: Int32Array;
  /** By task: running tasks it may not be beside. */
  readonly beside: Int32Array;
  /** By excluding set: members that run. */
  readonly held: Int32Array;
  /** By pool. */
  readonly load: Int32Array;
  readonly running: Int32Array;
  runs: number;
}

/**
 * The parallel scheme (Kelley 1963): whenever something ends, whatever may start does, the first of the order first. It is what a
 * stream does: nobody waits on purpose. Conflicts, excluding sets, pools and the number of sessions hold at every moment.
 */
export function dispatchScheme(problem: Problem): Scheme {
  const { size, minutes, apart, groups, capacities } = problem;
  const lengths = Int32Array.from(minutes, (one) => Math.max(1, Math.round(one * TICKS_PER_MINUTE)));
  const room = {
    lengths,
    next: new Int32Array(size + 1),
    missing: new Int32Array(size),
    beside: new Int32Array(size),
    held: new Int32Array(groups.start.length - 1),
    load: new Int32Array(capacities.length),
    running: new Int32Array(size),
    runs: 0,
  };
  const ahead: Run = { problem, ...room };
  const back: Run = { problem: reversed(problem), ...room };
  return {
    lengths,
    steps: STEPS_PER_TASK * size + 2 * apart.items.length,
    forwards: (order, start) => dispatch(ahead, order, start),
    backwards: (order, start) => dispatch(back, order, start),
  };
}

function dispatch(run: Run, order: Int32Array, start: Int32Array): number {
  const { size } = run.problem;
  reset(run, order);
  let now = 0;
  while (int(run.next, size) !== NONE || run.runs > 0) {
    startAll(run, start, now);
    now = endFirst(run, start);
  }
  return now;
}

function reset({ problem, next, missing, beside, held, load }: Run, order: Int32Array): void {
  const { size, before } = problem;
  let last = size;
  for (let n = 0; n < order.length; n += 1) {
    next[last] = int(order, n);
    last = int(order, n);
  }
  next[last] = NONE;
  for (let task = 0; task < size; task += 1) missing[task] = rowLength(before, task);
  beside.fill(0);
  held.fill(0);
  load.fill(0);
}

function startAll(run: Run, start: Int32Array, now: number): void {
  const { problem, next, running } = run;
  let previous = problem.size;
  for (let task = int(next, previous); task !== NONE && run.runs < problem.concurrency; task = int(next, previous)) {
    if (!mayStart(run, task)) {
      previous = task;
      continue;
    }
    next[previous] = int(next, task);
    start[task] = now;
    running[run.runs] = task;
    run.runs += 1;
    hold(run, task, 1);
  }
}

function mayStart({ problem, missing, beside, held, load }: Run, task: number): boolean {
  if (int(missing, task) > 0 || int(beside, task) > 0) return false;
  const { groupsOf, pools, amounts, capacities } = problem;
  for (let n = int(groupsOf.start, task), end = int(groupsOf.start, task + 1); n < end; n += 1) {
    if (int(held, int(groupsOf.items, n)) > 0) return false;
  }
  for (let n = int(pools.start, task), end = int(pools.start, task + 1); n < end; n += 1) {
    const pool = int(pools.items, n);
    if (int(load, pool) + int(amounts, n) > int(capacities, pool)) return false;
  }
  return true;
}

function hold({ problem, beside, held, load }: Run, task: number, sign: 1 | -1): void {
  const { apart, groupsOf, pools, amounts } = problem;
  for (let n = int(apart.start, task), end = int(apart.start, task + 1); n < end; n += 1) {
    const other = int(apart.items, n);
    beside[other] = int(beside, other) + sign;
  }
  for (let n = int(groupsOf.start, task), end = int(groupsOf.start, task + 1); n < end; n += 1) {
    const group = int(groupsOf.items, n);
    held[group] = int(held, group) + sign;
  }
  for (let n = int(pools.start, task), end = int(pools.start, task + 1); n < end; n += 1) {
    const pool = int(pools.items, n);
    load[pool] = int(load, pool) + sign * int(amounts, n);
  }
}

/** The moment goes on to the next end; all that end then are done. */
function endFirst(run: Run, start: Int32Array): number {
  const { lengths, running } = run;
  let now = Number.POSITIVE_INFINITY;
  for (let n = 0; n < run.runs; n += 1) now = Math.min(now, int(start, int(running, n)) + int(lengths, int(running, n)));
  for (let n = run.runs - 1; n >= 0; n -= 1) {
    const task = int(running, n);
    if (int(start, task) + int(lengths, task) > now) continue;
    run.runs -= 1;
    running[n] = int(running, run.runs);
    hold(run, task, -1);
    release(run, task);
  }
  return now;
}

function release({ problem, missing }: Run, task: number): void {
  const { after } = problem;
  for (let n = int(after.start, task), end = int(after.start, task + 1); n < end; n += 1) {
    const later = int(after.items, n);
    missing[later] = int(missing, later) - 1;
  }
}
