import { at } from '../at.js';

/** A task as one pool sees it: at least `head` waves come before it, at least `tail` after it, and it takes `amount`. */
export interface Placed {
  readonly head: number;
  readonly tail: number;
  readonly amount: number;
}

/** Sums of amounts such as 0.1 may come out a hair too high; a bound may only err downwards. */
const HAIR = 1e-9;

/**
 * Tasks with at least h waves before and t behind them fit only between: h + t + the waves their load takes, for every h and t
 * (with h = t = 0 it is load / capacity, with one task the longest chain). O(tasks + heads * tails) by sums over corners.
 */
export function loadBound(tasks: readonly Placed[], capacity: number): number {
  const heads = 1 + Math.max(-1, ...tasks.map(({ head }) => head));
  const tails = 1 + Math.max(-1, ...tasks.map(({ tail }) => tail));
  const width = tails + 1;
  const load = new Float64Array((heads + 1) * width);
  for (const { head, tail, amount } of tasks) {
    load[head * width + tail] = at(load, head * width + tail) + Math.min(amount, capacity);
  }
  let bound = 0;
  for (let head = heads - 1; head >= 0; head -= 1) {
    for (let tail = tails - 1; tail >= 0; tail -= 1) {
      const here = head * width + tail;
      const beyond = at(load, here) + at(load, here + width) + at(load, here + 1) - at(load, here + width + 1);
      load[here] = beyond;
      if (beyond > HAIR) bound = Math.max(bound, head + tail + Math.ceil(beyond / capacity - HAIR));
    }
  }
  return bound;
}
