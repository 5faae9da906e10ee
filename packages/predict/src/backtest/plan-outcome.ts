import type { Caution } from '@breakwater/model';
import { meet } from '../history/meet.js';
import type { ScoredPair } from './pair-scores.js';
import type { PastOutcome } from './past-outcome.js';

/** What was predicted for past commits planned together, and what they did. Tasks are numbered in the order they were made. */
export interface PlanOutcome {
  readonly oneAuthor: boolean;
  readonly tasks: readonly PastOutcome[];
  /** Risk of a pair, lower number first; 0 when none was listed. */
  readonly risk: (a: number, b: number) => number;
  /** The plan at each operating point, in the same order for every outcome. */
  readonly points: readonly PlannedPoint[];
}

export interface PlannedPoint {
  readonly caution: Caution;
  readonly threshold: number;
  /** Wave of each task, from 0. */
  readonly waveOf: readonly number[];
}

/** Every two tasks with what was said of them and what came true. */
export function scoredPairs({ tasks, risk }: PlanOutcome): readonly ScoredPair[] {
  return tasks.flatMap((one, a) =>
    tasks.slice(a + 1).map((other, n) => ({ risk: risk(a, a + 1 + n), conflict: meet(one.changed, other.changed) })),
  );
}

/** Pairs that ran in one wave and changed a common file. */
export function collisions({ tasks }: PlanOutcome, waveOf: readonly number[]): number {
  let found = 0;
  for (const [a, one] of tasks.entries()) {
    for (const [b, other] of tasks.entries())
      if (a < b && waveOf[a] === waveOf[b] && meet(one.changed, other.changed)) found += 1;
  }
  return found;
}
