import { at } from '../at.js';
import type { StreamProblem } from './stream-problem.js';

/** By task: seconds of the longest chain of tasks that wait for it, itself left out. O(tasks + precedences). */
export function chainsAfter({
  size,
  before,
  after,
  seconds,
}: Pick<StreamProblem, 'size' | 'before' | 'after' | 'seconds'>): Float64Array<ArrayBuffer> {
  const chain = new Float64Array(size);
  const open = Int32Array.from(after, (list) => list.length);
  const ready = [...open.keys()].filter((task) => at(open, task) === 0);
  for (const task of ready) {
    for (const one of at(before, task)) {
      chain[one] = Math.max(at(chain, one), at(chain, task) + at(seconds, task));
      open[one] = at(open, one) - 1;
      if (at(open, one) === 0) ready.push(one);
    }
  }
  return chain;
}
