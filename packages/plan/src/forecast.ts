import type { Forecast } from '@breakwater/model';
import { pairAt } from './pair-table.js';
import { fromUnits } from './risk-units.js';
import type { Assignment, Instance } from './schedule/instance.js';
import { waveCount } from './schedule/instance.js';
import type { Schedule } from './schedule/schedule-waves.js';

/** What to expect of the plan, beside what to expect of the tasks run as listed, `concurrency` at a time. */
export function makeForecast(instance: Instance, { waveOf, lowerBound }: Schedule): Forecast {
  const listed = waveOf.map((_, task) => Math.floor(task / instance.concurrency));
  return {
    waves: waveCount(waveOf),
    lowerBound,
    expectedCollisions: fromUnits(riskInside(instance, waveOf)),
    listedOrderCollisions: fromUnits(riskInside(instance, listed)),
  };
}

function riskInside({ risk, size }: Instance, waveOf: Assignment): number {
  let sum = 0;
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) if (waveOf[a] === waveOf[b]) sum += pairAt(risk, a, b);
  }
  return sum;
}
