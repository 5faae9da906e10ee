import { BACKTEST_SCHEMA, type Backtest, type CommitId, type Measured, type OperatingPoint } from '@breakwater/model';
import { mean, measure } from './measure.js';
import { areaUnderCurve, falseConflictsAt } from './pair-scores.js';
import { collisions, type PlannedPoint, type PlanOutcome, scoredPairs } from './plan-outcome.js';

/** Conflicting pairs below which a threshold cannot be told from luck: at 30, a share of 80 % is known to about 12 points. */
const ENOUGH = 30;

/** Collisions that one more wave must save, as in `balanced`. */
const PRICE_OF_A_WAVE = 0.5;

export interface BacktestInput {
  readonly base: CommitId;
  readonly concurrency: number;
  /** Each with the same operating points; the one in use is `present`. */
  readonly outcomes: readonly PlanOutcome[];
  readonly present: number;
}

/** Figures of the whole history with their ranges, and whether another way of planning would clearly have been better. */
export function summarizeBacktest({ base, concurrency, outcomes, present }: BacktestInput): Backtest {
  const pairs = outcomes.flatMap(scoredPairs);
  const conflicting = pairs.filter((pair) => pair.conflict).length;
  const enough = conflicting >= ENOUGH;
  const recommended = enough ? clearlyBest(outcomes, present) : undefined;
  return {
    schema: BACKTEST_SCHEMA,
    base,
    concurrency,
    plans: {
      oneAuthor: outcomes.filter((one) => one.oneAuthor).length,
      anybody: outcomes.filter((one) => !one.oneAuthor).length,
      tasks: outcomes.reduce((sum, one) => sum + one.tasks.length, 0),
    },
    pairs: { all: pairs.length, conflicting },
    enough,
    files: { recallAt10: measure(outcomes, recallAt10) },
    risks: {
      auc: measure(outcomes, (drawn) => areaUnderCurve(drawn.flatMap(scoredPairs))),
      falseConflictsAt80: measure(outcomes, (drawn) => falseConflictsAt(0.8, drawn.flatMap(scoredPairs))),
    },
    listedCollisions: measureEach(outcomes, (one) => collisions(one, inListedOrder(one, concurrency))),
    points: (outcomes[0]?.points ?? []).map((point, n) => operatingPoint(point, n, outcomes)),
    present,
    ...(recommended === undefined ? {} : { recommended }),
  };
}

function recallAt10(outcomes: readonly PlanOutcome[]): number {
  const tasks = outcomes.flatMap((one) => one.tasks);
  const found = tasks.reduce(
    (sum, { predicted, changed }) => sum + predicted.slice(0, 10).filter((path) => changed.has(path)).length,
    0,
  );
  return found / tasks.reduce((sum, { changed }) => sum + changed.size, 0);
}

function inListedOrder({ tasks }: PlanOutcome, concurrency: number): readonly number[] {
  return tasks.map((_, n) => Math.floor(n / concurrency));
}

function operatingPoint({ caution, threshold }: PlannedPoint, n: number, outcomes: readonly PlanOutcome[]): OperatingPoint {
  return {
    caution,
    threshold,
    collisions: measureEach(outcomes, (one) => collisionsAt(one, n)),
    waves: measureEach(outcomes, (one) => wavesAt(one, n)),
    wavesSaved: measureEach(outcomes, (one) => one.tasks.length - wavesAt(one, n)),
    cost: measureEach(outcomes, (one) => costAt(one, n)),
  };
}

function measureEach(outcomes: readonly PlanOutcome[], figure: (one: PlanOutcome) => number): Measured {
  const values = outcomes.map(figure);
  return measure(values, mean);
}

function collisionsAt(one: PlanOutcome, n: number): number {
  return collisions(one, one.points[n]?.waveOf ?? []);
}

function wavesAt({ points }: PlanOutcome, n: number): number {
  return new Set(points[n]?.waveOf).size;
}

function costAt(one: PlanOutcome, n: number): number {
  return collisionsAt(one, n) + PRICE_OF_A_WAVE * wavesAt(one, n);
}

/**
 * The cheapest point, if its advantage over the one in use is more than luck: the whole range of the difference, plan by plan, is
 * on one side. A threshold tuned on half of a history misses by ten points on the other half, so small advantages are none.
 */
function clearlyBest(outcomes: readonly PlanOutcome[], present: number): number | undefined {
  const cheaper = (outcomes[0]?.points ?? [])
    .map((_, n) => ({ n, saved: measureEach(outcomes, (one) => costAt(one, present) - costAt(one, n)) }))
    .filter(({ saved }) => saved.low > 0)
    .sort((a, b) => b.saved.value - a.saved.value);
  return cheaper[0]?.n;
}
