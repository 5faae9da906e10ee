import type { CommitId } from './commit.js';
import type { Caution } from './config.js';

export const BACKTEST_SCHEMA = 'breakwater/backtest@1';

/** A measured figure with the range that 90 of 100 samples of the same history would give (bootstrap over plans). */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What the prediction would have said of commits that are already there, beside what they really changed. */
export interface Backtest {
  readonly schema: typeof BACKTEST_SCHEMA;
  /** The newest commit looked at. */
  readonly base: CommitId;
  readonly concurrency: number;
  /** Plans made: each the next commits of one author, or of anybody where no author has enough of them. */
  readonly plans: { readonly oneAuthor: number; readonly anybody: number; readonly tasks: number };
  /** Pairs of tasks of one plan, and how many of them changed a common file. */
  readonly pairs: { readonly all: number; readonly conflicting: number };
  /** Whether there are enough conflicting pairs for the figures to tell anything. */
  readonly enough: boolean;
  readonly files: {
    /** Share of the files a task changed that were among its ten likeliest. */
    readonly recallAt10: Measured;
  };
  readonly risks: {
    /** How often a conflicting pair was given a higher risk than one that does not conflict. */
    readonly auc: Measured;
    /** Innocent pairs that would be kept apart if the threshold were set to keep 8 of 10 conflicting pairs apart. */
    readonly falseConflictsAt80: Measured;
  };
  /** Collisions of one plan if the commits ran in the order they were made, `concurrency` at a time. */
  readonly listedCollisions: Measured;
  /** In the order of `caution`, then threshold. */
  readonly points: readonly OperatingPoint[];
  /** Index of the point in use. */
  readonly present: number;
  /** Index of the point that is clearly better than the one in use; undefined: nothing is. */
  readonly recommended?: number;
}

/** What one way of planning would have brought. */
export interface OperatingPoint {
  readonly caution: Caution;
  /** Pairs at or above this risk are kept apart; with `fast` and `careful` it has no part. */
  readonly threshold: number;
  /** Pairs of one plan that ran side by side and changed a common file. */
  readonly collisions: Measured;
  readonly waves: Measured;
  /** Waves that one task after another needs and this does not. */
  readonly wavesSaved: Measured;
  /** Collisions plus half a collision for every wave: what `balanced` weighs when it spends a wave. */
  readonly cost: Measured;
}
