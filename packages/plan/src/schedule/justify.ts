import { int } from './rows.js';
import type { Scheme } from './scheme.js';
import { sorterFor } from './sort-by-key.js';

/**
 * Forward-backward improvement (Li and Willis 1992; double justification, Valls, Ballestín and Quintanilla 2005): takes a forward
 * schedule that ends at `end`, pushes every task as late as it can go, the last to finish first, and then as early as it can go
 * again. Never longer with a serial scheme. Leaves the new starts in `start`, and `order` sorted by them; answers the new end.
 */
export type Justify = (order: Int32Array, start: Int32Array, end: number) => number;

/** Allocates once; the result is not to be shared between searches that run into each other. */
export function justifierFor(scheme: Scheme): Justify {
  const { lengths } = scheme;
  const size = lengths.length;
  const [late, key, turned] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const sort = sorterFor(size);
  const lastFirst = (order: Int32Array, start: Int32Array, end: number, sorted: Int32Array): void => {
    for (let task = 0; task < size; task += 1) key[task] = end - int(start, task) - int(lengths, task);
    for (let n = 0; n < size; n += 1) turned[n] = int(order, size - 1 - n);
    sort(turned, key, end, sorted);
  };
  const backwards = new Int32Array(size);
  return (order, start, end) => {
    lastFirst(order, start, end, backwards);
    const ending = scheme.backwards(backwards, late);
    lastFirst(backwards, late, ending, order);
    const improved = scheme.forwards(order, start);
    turned.set(order);
    sort(turned, start, improved, order);
    return improved;
  };
}
