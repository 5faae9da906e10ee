import type { Random, TaskEstimate } from '@breakwater/model';

/** How far sessions are from what was expected, as the sigma of a log-normal distribution: known tasks, and those only guessed at. */
const SIGMA = { task: 0.5, budget: 0.5, runs: 0.8, equal: 0.8 } as const satisfies Record<TaskEstimate['source'], number>;

/** How reviews differ: a person is steadier than a session. */
const REVIEW_SIGMA = 0.3;

/** One run as chance would have it, in minutes by task. */
export interface DrawnRun {
  readonly session: Float64Array;
  readonly review: Float64Array;
}

export function drawRun(estimates: readonly TaskEstimate[], reviewMinutes: number, random: Random): DrawnRun {
  const drawn = (middle: number, sigma: number): number => middle * Math.exp(sigma * normal(random));
  return {
    session: Float64Array.from(estimates, ({ minutes, source }) => drawn(minutes, SIGMA[source])),
    review: Float64Array.from(estimates, () => drawn(reviewMinutes, REVIEW_SIGMA)),
  };
}

const FINE = 1_000_000;

/** Standard normal (Box and Muller 1958). */
function normal(random: Random): number {
  const [u, v] = [(random(FINE) + 1) / FINE, random(FINE) / FINE];
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}
