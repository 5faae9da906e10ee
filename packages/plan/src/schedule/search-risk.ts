import { type Aim, anneal } from './anneal.js';
import { type Arranged, type Arrangement, type Assignment, openArrangement, riskIn, totalRisk } from './arrangement.js';
import type { Problem } from './problem.js';
import { int } from './rows.js';
import { mayMove, maySwap, riskOfMove, riskOfSwap, type Step, take } from './steps.js';

/**
 * As little summed risk as is found in the given number of waves: annealing, then steps that save, until no single one does. `steps`
 * bounds both.
 */
export function searchRisk(problem: Problem, start: Assignment, waves: number, steps: number): Arranged {
  const arrangement = openArrangement(problem, start, waves);
  const aim = riskAim(problem);
  const cooled = totalRisk(arrangement) === 0 ? { waveOf: start } : anneal(arrangement, aim, steps);
  const settled = openArrangement(problem, cooled.waveOf, waves);
  descend(settled, steps);
  return { waves, waveOf: new Int32Array(settled.waveOf), risk: totalRisk(settled) };
}

/** What looking at one step costs, in elementary steps. */
const LOOK = 10;

/** Hot enough for an ordinary pair to meet, at the end too cold for a tenth of it. */
function riskAim({ units }: Problem): Aim {
  const mean = units.reduce((sum, one) => sum + one, 0) / Math.max(1, units.length);
  return { ofMove: riskOfMove, ofSwap: riskOfSwap, total: totalRisk, hot: Math.max(1, mean), cold: Math.max(0.1, mean / 50) };
}

/** Ends, for every step taken lowers a whole number that is never below 0. */
function descend(arrangement: Arrangement, steps: number): void {
  const { size } = arrangement.problem;
  let left = steps;
  for (let improved = true; improved; ) {
    improved = false;
    for (let task = 0; task < size && left > 0; task += 1) {
      if (riskIn(arrangement, task, int(arrangement.waveOf, task)) === 0) continue;
      const step = bestStep(arrangement, task);
      left -= LOOK * (size + arrangement.waves);
      if (step === undefined) continue;
      take(arrangement, step);
      improved = true;
    }
  }
}

/** The step of this task that saves most; of equals the first: moves before swaps, lower numbers first. */
function bestStep(arrangement: Arrangement, task: number): Step | undefined {
  let [best, least]: [Step | undefined, number] = [undefined, 0];
  for (let wave = 0; wave < arrangement.waves; wave += 1) {
    const cost = riskOfMove(arrangement, task, wave);
    if (cost < least && mayMove(arrangement, task, wave)) [best, least] = [{ kind: 'move', task, wave }, cost];
  }
  for (let other = 0; other < arrangement.problem.size; other += 1) {
    const cost = riskOfSwap(arrangement, task, other);
    if (cost < least && maySwap(arrangement, task, other)) [best, least] = [{ kind: 'swap', task, other }, cost];
  }
  return best;
}
