import { at } from '../at.js';

/** A task as one pool sees it: at least `head` waves come before it, at least `tail` after it, and it takes `amount`. */
export interface Placed {
  readonly head: number;
  readonly tail: number;
  readonly amount: number;
}

/** What a load proves: tasks with at least `head` waves before and `tail` behind them need `waves` waves in all. */
export interface LoadBound {
  readonly waves: number;
  readonly head: number;
  readonly tail: number;
}

/**
 * Tasks with at least h waves before and t behind them fit only between: h + t + the waves their load takes, for every h and t
 * (with h = t = 0 it is load / capacity, with one task the longest chain). The best of these; of equals the one with the most tasks.
 * O(tasks + heads * tails) by sums over corners.
 */
export function loadBound(tasks: readonly Placed[], capacity: number): LoadBound {
  const heads = tasks.reduce((most, { head }) => Math.max(most, head + 1), 0);
  const tails = tasks.reduce((most, { tail }) => Math.max(most, tail + 1), 0);
  const width = tails + 1;
  const load = new Float64Array((heads + 1) * width);
  for (const { head, tail, amount } of tasks) {
    load[head * width + tail] = at(load, head * width + tail) + Math.min(amount, capacity);
  }
  let best: LoadBound = { waves: 0, head: 0, tail: 0 };
  for (let head = heads - 1; head >= 0; head -= 1) {
    for (let tail = tails - 1; tail >= 0; tail -= 1) {
      const here = head * width + tail;
      const beyond = at(load, here) + at(load, here + width) + at(load, here + 1) - at(load, here + width + 1);
      load[here] = beyond;
      const waves = beyond > 0 ? head + tail + Math.ceil(beyond / capacity) : 0;
      if (waves >= best.waves) best = { waves, head, tail };
    }
  }
  return best;
}
