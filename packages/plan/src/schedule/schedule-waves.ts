import type { Caution, Effort } from '@breakwater/model';
import type { Arranged, Assignment } from './arrangement.js';
import { stepsFor } from './effort.js';
import { improveOrder } from './improve-order.js';
import { listOrder } from './list-order.js';
import { lowerRisk } from './lower-risk.js';
import { neighbourCounts, tails } from './priorities.js';
import type { Problem } from './problem.js';
import { real } from './rows.js';
import { settleOrder } from './settle-order.js';
import { shortenWaves } from './shorten-waves.js';
import { spendWaves } from './spend-waves.js';
import { type WaveBound, waveBound } from './wave-bound.js';
import { waveScheme } from './wave-scheme.js';

export interface Schedule {
  readonly waveOf: Assignment;
  readonly bound: WaveBound;
  /** Waves found before the caution spent any. */
  readonly fewest: number;
}

/** Cells of waves times tasks beyond which a list is only placed, not rearranged. */
const MOST_CELLS = 8_000_000;

/**
 * Fewest waves, then least summed risk inside them, then more waves where the caution finds them worth it, then the shortest time,
 * then the preferred order.
 */
export function scheduleWaves(problem: Problem, caution: Caution, effort: Effort): Schedule {
  const bound = waveBound(problem);
  const steps = stepsFor(effort, problem.size);
  const fewest = fewestWaves(problem, bound.waves, steps);
  if (isOnlyPlaced(problem, fewest.waves)) return { waveOf: fewest.waveOf, bound, fewest: fewest.waves };
  const settled = settledWaves(problem, fewest, caution, steps);
  const waveOf = settleOrder(problem, shortenWaves(problem, settled, steps / 2));
  return { waveOf, bound, fewest: fewest.waves };
}

/** How many waves `scheduleWaves` answers with, without looking for the shortest time and the preferred order in them. */
export function countWaves(problem: Problem, caution: Caution, effort: Effort): number {
  const steps = stepsFor(effort, problem.size);
  const fewest = fewestWaves(problem, waveBound(problem).waves, steps);
  if (isOnlyPlaced(problem, fewest.waves)) return fewest.waves;
  return new Set(settledWaves(problem, fewest, caution, steps).waveOf).size;
}

function isOnlyPlaced({ size }: Problem, waves: number): boolean {
  return waves * size > MOST_CELLS;
}

function settledWaves(problem: Problem, { waveOf, waves }: Omit<Arranged, 'risk'>, caution: Caution, steps: number): Arranged {
  return spendWaves(problem, lowerRisk(problem, waveOf, waves, steps), caution, steps);
}

/** As few waves as the search over orders finds. */
export function fewestWaves(problem: Problem, bound: number, steps: number): Omit<Arranged, 'risk'> {
  const orders = wavePriorities(problem).map((priority) => listOrder(problem, priority));
  const { start, end } = improveOrder({ problem, scheme: waveScheme(problem), orders, bound, steps });
  return { waves: end, waveOf: start };
}

/**
 * By what hangs on a task, by how many it keeps away, by both, and as the author listed them. The sum counts a wave of the chain
 * behind a task three times: a hub delays many, a chain delays all.
 */
function wavePriorities(problem: Problem): readonly Float64Array[] {
  const ones = new Float64Array(problem.size).fill(1);
  const [chain, apart] = [tails(problem, ones), neighbourCounts(problem)];
  return [chain, apart, chain.map((length, task) => 3 * length + real(apart, task)), ones.map(() => 0)];
}
