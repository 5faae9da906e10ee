import { at } from '../at.js';
import { type Arrangement, openArrangement, riskIn, totalRisk } from './arrangement.js';
import type { Assignment, Instance } from './instance.js';
import { type Random, seededRandom } from './seeded-random.js';
import { moveStep, type Step, swapStep, take } from './steps.js';

/** Waves and what they cost in risk. */
export interface Arranged {
  readonly waves: number;
  readonly waveOf: Assignment;
  /** Summed risk inside waves, in ten-thousandths. */
  readonly risk: number;
}

/** Disturbances times tasks squared, so that the time stays about the same. Never a clock. */
const EFFORT = 2_000_000;
const MOST_DISTURBANCES = 600;
const SEED = 2;

/**
 * Moves and swaps tasks between the given number of waves until no single step lowers the summed risk, then disturbs and tries again
 * (iterated local search; a try that is no worse is kept). Nothing forbidden is ever passed through.
 */
export function lowerRisk(instance: Instance, start: Assignment, waves: number): Arranged {
  let arrangement = openArrangement(instance, start, waves);
  descend(arrangement);
  let kept = record(arrangement);
  const random = seededRandom(SEED);
  const disturbances = Math.min(MOST_DISTURBANCES, Math.floor(EFFORT / (instance.size * instance.size + 1)));
  for (let left = disturbances; left > 0 && kept.risk > 0; left -= 1) {
    disturb(arrangement, random);
    descend(arrangement);
    const tried = record(arrangement);
    if (tried.risk <= kept.risk) kept = tried;
    else arrangement = openArrangement(instance, kept.waveOf, waves);
  }
  return kept;
}

function record(arrangement: Arrangement): Arranged {
  return { waves: arrangement.waves, waveOf: new Int32Array(arrangement.waveOf), risk: totalRisk(arrangement) };
}

/** Ends, for every step taken lowers a whole number that is never below 0. */
function descend(arrangement: Arrangement): void {
  for (let improved = true; improved; ) {
    improved = false;
    for (let task = 0; task < arrangement.instance.size; task += 1) {
      if (riskIn(arrangement, task, at(arrangement.waveOf, task)) === 0) continue;
      const step = bestStep(arrangement, task);
      if (step === undefined) continue;
      take(arrangement, step);
      improved = true;
    }
  }
}

/** The step of this task that saves most; of equals the first: moves before swaps, lower numbers first. */
function bestStep(arrangement: Arrangement, task: number): Step | undefined {
  let best: Step | undefined;
  const consider = (step: Step | undefined) => {
    if (step !== undefined && step.cost < (best?.cost ?? 0)) best = step;
  };
  for (let wave = 0; wave < arrangement.waves; wave += 1) consider(moveStep(arrangement, task, wave));
  for (let other = 0; other < arrangement.instance.size; other += 1) consider(swapStep(arrangement, task, other));
  return best;
}

/** Three allowed steps at random, whatever they cost. */
function disturb(arrangement: Arrangement, random: Random): void {
  const { size } = arrangement.instance;
  let taken = 0;
  for (let tries = 0; tries < 30 && taken < 3; tries += 1) {
    const task = random(size);
    const step =
      random(4) === 0 ? moveStep(arrangement, task, random(arrangement.waves)) : swapStep(arrangement, task, random(size));
    if (step === undefined) continue;
    take(arrangement, step);
    taken += 1;
  }
}
