import { type Need, type Problem, type ProblemParts, problemOf } from './problem.js';

/** A scheduling problem in a few words: three at once unless said otherwise. */
export function aProblem(parts: Omit<ProblemParts, 'concurrency'> & { readonly concurrency?: number }): Problem {
  return problemOf({ concurrency: 3, ...parts });
}

/** Everyone takes as much from pool 0 as the list says. */
export function needsOf(...amounts: readonly number[]): readonly Need[] {
  return amounts.map((amount, task) => ({ task, pool: 0, amount }));
}
