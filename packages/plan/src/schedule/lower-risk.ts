import { type Random, seededRandom } from '@breakwater/model';
import { at } from '../at.js';
import { type Arrangement, openArrangement, riskIn, totalRisk } from './arrangement.js';
import type { Assignment, Instance } from './instance.js';
import { moveStep, type Step, swapStep, take } from './steps.js';

/** Waves and what they cost in risk. */
export interface Arranged {
  readonly waves: number;
  readonly waveOf: Assignment;
  /** Summed risk inside waves, in ten-thousandths. */
  readonly risk: number;
}

/** Steps looked at in one thorough search: about half a second for 1,000 tasks of which every pair is risky. Never a clock. */
export const THOROUGH = 15_000_000;
const DISTURBANCES = 600;
const SEED = 2;

/**
 * Moves and swaps tasks between the given number of waves until no single step lowers the summed risk, then disturbs and tries again
 * (iterated local search; a try that is no worse is kept). Nothing forbidden is ever passed through. `most` bounds the steps looked at.
 */
export function lowerRisk(instance: Instance, start: Assignment, waves: number, most = THOROUGH): Arranged {
  let arrangement = openArrangement(instance, start, waves);
  const effort = { left: most };
  descend(arrangement, effort);
  let kept = record(arrangement);
  const random = seededRandom(SEED);
  for (let n = 0; n < DISTURBANCES && effort.left > 0 && kept.risk > 0; n += 1) {
    disturb(arrangement, random);
    descend(arrangement, effort);
    const tried = record(arrangement);
    if (tried.risk <= kept.risk) kept = tried;
    else arrangement = openArrangement(instance, kept.waveOf, waves);
    effort.left -= instance.size * instance.size;
  }
  return kept;
}

function record(arrangement: Arrangement): Arranged {
  return { waves: arrangement.waves, waveOf: new Int32Array(arrangement.waveOf), risk: totalRisk(arrangement) };
}

/** Ends, for every step taken lowers a whole number that is never below 0. */
function descend(arrangement: Arrangement, effort: { left: number }): void {
  const { size } = arrangement.instance;
  for (let improved = true; improved; ) {
    improved = false;
    for (let task = 0; task < size && effort.left > 0; task += 1) {
      if (riskIn(arrangement, task, at(arrangement.waveOf, task)) === 0) continue;
      const step = bestStep(arrangement, task);
      effort.left -= size + arrangement.waves;
      if (step === undefined) continue;
      take(arrangement, step);
      improved = true;
    }
  }
}

/** The step of this task that saves most; of equals the first: moves before swaps, lower numbers first. */
function bestStep(arrangement: Arrangement, task: number): Step | undefined {
  let best: Step | undefined;
  for (let wave = 0; wave < arrangement.waves; wave += 1) best = moveStep(arrangement, task, wave, best?.cost ?? 0) ?? best;
  for (let other = 0; other < arrangement.instance.size; other += 1) {
    best = swapStep(arrangement, task, other, best?.cost ?? 0) ?? best;
  }
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
