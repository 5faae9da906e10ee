import type { View } from './view.js';

/** Things that are measured of a file for a task, told together. */
export interface SignalGroup {
  readonly names: readonly string[];
  /** Looks at the task once; then answers for each file, in the order of `names`. */
  readonly measure: (view: View) => (file: number) => readonly number[];
}

/** Logarithm of a place in a ranking; a file that is not in it is taken to come after `last`. */
export function logRank(rank: number | undefined, last: number): number {
  return Math.log(rank ?? last);
}
