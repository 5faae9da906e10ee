import { BACKTEST_SCHEMA, type Backtest, type Measured, type OperatingPoint } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';

export function about(value: number, spread = 0.2): Measured {
  return { value, low: value * (1 - spread), high: value * (1 + spread) };
}

function aPoint(caution: OperatingPoint['caution'], threshold: number, collisions: number, waves: number): OperatingPoint {
  return {
    caution,
    threshold,
    collisions: about(collisions),
    waves: about(waves, 0.05),
    wavesSaved: about(12 - waves, 0.05),
    cost: about(collisions + waves / 2),
  };
}

/** 31 plans of 12 commits in which being careful would have paid. */
export const exampleBacktest: Backtest = {
  schema: BACKTEST_SCHEMA,
  base: aCommit(77),
  concurrency: 3,
  plans: { oneAuthor: 24, anybody: 7, tasks: 372 },
  pairs: { all: 2_046, conflicting: 187 },
  enough: true,
  files: { recallAt10: about(0.61, 0.08) },
  risks: { auc: about(0.79, 0.06), falseConflictsAt80: about(0.34) },
  listedCollisions: about(1.48),
  points: [
    aPoint('fast', 0.5, 0.61, 4),
    aPoint('balanced', 0.3, 0.33, 4.7),
    aPoint('balanced', 0.5, 0.5, 4.2),
    aPoint('careful', 0.5, 0.1, 4.4),
  ],
  present: 2,
  recommended: 3,
};
