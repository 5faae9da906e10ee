import type { Guess } from './guess.js';
import type { PlanWords } from './plan-words.js';

/** Things that are measured of two tasks, told together; the same whichever comes first. */
export interface PairSignalGroup {
  readonly names: readonly string[];
  readonly measure: (a: Guess, b: Guess, words: PlanWords) => readonly number[];
}

/** Log-odds, kept finite. */
export function logOdds(p: number): number {
  const kept = Math.min(1 - 1e-6, Math.max(1e-5, p));
  return Math.log(kept / (1 - kept));
}
