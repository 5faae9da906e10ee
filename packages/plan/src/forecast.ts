import type { Forecast, WaveReason } from '@breakwater/model';
import { fromUnits } from './risk-units.js';
import { type Assignment, waveCount } from './schedule/arrangement.js';
import type { Problem } from './schedule/problem.js';
import { int, rowOf } from './schedule/rows.js';
import type { Schedule } from './schedule/schedule-waves.js';

/** What to expect of the plan, beside what to expect of the tasks run as listed, `concurrency` at a time. */
export function makeForecast(problem: Problem, { waveOf, bound, fewest }: Schedule, reason?: WaveReason): Forecast {
  const waves = waveCount(waveOf);
  const listed = waveOf.map((_, task) => Math.floor(task / problem.concurrency));
  return {
    waves,
    lowerBound: bound.waves,
    expectedCollisions: fromUnits(riskInside(problem, waveOf)),
    listedOrderCollisions: fromUnits(riskInside(problem, listed)),
    ...(reason === undefined ? {} : { reason }),
    ...(fewest < waves ? { fewest } : {}),
  };
}

function riskInside({ risky, units, size }: Problem, waveOf: Assignment): number {
  let twice = 0;
  for (let task = 0; task < size; task += 1) {
    for (const [n, other] of rowOf(risky, task).entries()) {
      if (waveOf[task] === waveOf[other]) twice += int(units, int(risky.start, task) + n);
    }
  }
  return twice / 2;
}
