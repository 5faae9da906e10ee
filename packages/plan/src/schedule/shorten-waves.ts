import { type Aim, anneal } from './anneal.js';
import { type Arranged, type Arrangement, openArrangement, totalRisk, totalTicks } from './arrangement.js';
import type { Problem } from './problem.js';
import { int } from './rows.js';
import { riskOfMove, riskOfSwap, ticksOfMove, ticksOfSwap } from './steps.js';

/**
 * The same number of waves and no more risk, but as little time as this search finds when each wave takes as long as its longest
 * task: long ones together, short ones together.
 */
export function shortenWaves(problem: Problem, { waves, waveOf, risk }: Arranged, steps: number): Arranged {
  const arrangement = openArrangement(problem, waveOf, waves);
  const { longest, lengths } = arrangement;
  if (longest.every((one) => one === int(longest, 0)) && lengths.every((one) => one === int(lengths, 0)))
    return { waves, waveOf, risk };
  const shorter = anneal(arrangement, timeAim(arrangement), steps).waveOf;
  return { waves, waveOf: shorter, risk: totalRisk(openArrangement(problem, shorter, waves)) };
}

/** Risk first: a step that adds any is not looked at, so what annealing answers has no more than it began with. */
function timeAim({ lengths }: Arrangement): Aim {
  const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
  return {
    ofMove: (now, task, wave) => (riskOfMove(now, task, wave) > 0 ? undefined : ticksOfMove(now, task, wave)),
    ofSwap: (now, task, other) => (riskOfSwap(now, task, other) > 0 ? undefined : ticksOfSwap(now, task, other)),
    total: totalTicks,
    hot: Math.max(1, mean / 4),
    cold: Math.max(0.1, mean / 400),
  };
}
