import { type Measured, seededRandom } from '@breakwater/model';

/** Resamples; the ends of a range of 90 % then rest on twenty of them each. */
const RESAMPLES = 400;
const SEED = 1;

/**
 * A figure of some plans with its range: plans are drawn again with replacement, and the middle 90 % of what they give is the
 * range (percentile bootstrap, Efron 1979). Plans, not pairs, are drawn, since pairs of one plan share their tasks.
 * A sample that gives no number has no say.
 */
export function measure<P>(plans: readonly P[], figure: (plans: readonly P[]) => number): Measured {
  const random = seededRandom(SEED);
  const drawn: number[] = [];
  for (let n = 0; n < RESAMPLES; n += 1) {
    const value = figure(plans.map((plan) => plans[random(plans.length)] ?? plan));
    if (Number.isFinite(value)) drawn.push(value);
  }
  drawn.sort((a, b) => a - b);
  const value = finite(figure(plans));
  return { value: round(value), low: round(quantile(drawn, 0.05) ?? value), high: round(quantile(drawn, 0.95) ?? value) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(sorted: readonly number[], q: number): number | undefined {
  return sorted[Math.round(q * (sorted.length - 1))];
}

/** Nothing to measure is 0, beside `enough: false`. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
