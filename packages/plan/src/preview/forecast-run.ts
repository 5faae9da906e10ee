import {
  type PastSession,
  type Plan,
  type Random,
  type ReviewSettings,
  type RunForecast,
  seededRandom,
  type TaskEstimate,
} from '@breakwater/model';
import { at } from '../at.js';
import { numberTasks, problemOfPlan } from '../stream/problem-of-plan.js';
import { type DrawnRun, drawRun } from './draw-run.js';
import { ENOUGH, EQUAL_MINUTES } from './estimate-tasks.js';
import { type Conditions, simulateStream } from './simulate-stream.js';
import { simulateWaves } from './simulate-waves.js';
import { quantile, spreadOf } from './spread.js';

const MOST_RUNS = 200;
const FEWEST_RUNS = 20;
const SEED = 3;

/** Tasks times tasks, over all simulated runs: the dispatcher looks at every task for every start. Never a clock. */
const EFFORT = 8_000_000;
/** Longer lists are not simulated. */
const LONG = 1_000;

export interface ForecastFacts {
  readonly estimates: readonly TaskEstimate[];
  readonly past: readonly PastSession[];
  readonly review: ReviewSettings;
  readonly capacities: Readonly<Record<string, number>>;
}

/** Runs the plan many times as chance would have it: as a stream, in its waves, and one task after another, each time with the same sessions. */
export function forecastRun(plan: Plan, facts: ForecastFacts): RunForecast | undefined {
  const size = plan.tasks.length;
  if (size === 0 || size > LONG) return undefined;
  const { estimates, past, review } = facts;
  const drawn = drawRuns(estimates, review.minutesPerTask ?? 0, Math.max(FEWEST_RUNS, Math.min(MOST_RUNS, EFFORT / size ** 2)));
  const unit = estimates.every(({ source }) => source === 'equal') ? 'sessions' : 'minutes';
  const usd = past.flatMap((session) => session.usd ?? []);
  return {
    runs: drawn.length,
    sessions: past.length,
    unit,
    time: times(plan, facts, drawn, unit === 'minutes' ? 1 : EQUAL_MINUTES),
    ...(review.minutesPerTask === undefined
      ? {}
      : {
          reviewMinutes: spreadOf(
            drawn.map((run) => sum(run.review)),
            1,
          ),
        }),
    ...(usd.length < ENOUGH ? {} : { usd: spreadOf(drawDollars(usd, size), 0.01) }),
  };
}

function drawRuns(estimates: readonly TaskEstimate[], reviewMinutes: number, runs: number): readonly DrawnRun[] {
  const random = seededRandom(SEED);
  return Array.from({ length: Math.floor(runs) }, () => drawRun(estimates, reviewMinutes, random));
}

function times(plan: Plan, facts: ForecastFacts, drawn: readonly DrawnRun[], unit: number): RunForecast['time'] {
  const numberOf = numberTasks(plan);
  const waves = plan.waves.map((wave) => wave.map(numberOf));
  const problem = problemOfPlan({ ...plan, forecast: { ...plan.forecast, estimates: facts.estimates } }, facts.capacities);
  const conditions = conditionsOf(plan, facts);
  const oneByOne = waves.flat().map((task) => [task]);
  const spread = (minutes: (run: DrawnRun) => number) => spreadOf(drawn.map((run) => minutes(run) / unit));
  return {
    stream: spread((run) => simulateStream(problem, run, conditions)),
    waves: spread((run) => simulateWaves(waves, run, conditions)),
    serial: spread((run) => simulateWaves(oneByOne, run, conditions)),
  };
}

function conditionsOf({ concurrency }: Plan, { review, past }: ForecastFacts): Conditions {
  const verify = past.map(({ verifyMinutes }) => verifyMinutes);
  const mode = review.minutesPerTask === undefined ? 'none' : review.mode;
  return { lanes: concurrency, review: { ...review, mode }, verifyMinutes: verify.length === 0 ? 0 : quantile(verify, 0.5) };
}

/** Sums of as many earlier sessions as there are tasks, drawn at random: what sessions cost here is whatever they did cost. */
function drawDollars(usd: readonly number[], size: number): readonly number[] {
  const random: Random = seededRandom(SEED);
  return Array.from({ length: MOST_RUNS }, () =>
    Array.from({ length: size }, () => at(usd, random(usd.length))).reduce((total, one) => total + one, 0),
  );
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
