import type { Caution } from '@breakwater/model';
import { fewestWaves } from './fewest-waves.js';
import { type Assignment, type Instance, waveCount } from './instance.js';
import { lowerBound } from './lower-bound.js';
import { lowerRisk } from './lower-risk.js';
import { settleOrder } from './settle-order.js';
import { spendWaves } from './spend-waves.js';

export interface Schedule {
  readonly waveOf: Assignment;
  readonly lowerBound: number;
}

/** Fewest waves, then least summed risk inside them, then more waves where the caution finds them worth it, then the preferred order. */
export function scheduleWaves(instance: Instance, caution: Caution): Schedule {
  const bound = lowerBound(instance);
  const fewest = fewestWaves(instance, bound);
  const calmest = lowerRisk(instance, fewest, waveCount(fewest));
  return { waveOf: settleOrder(instance, spendWaves(instance, calmest, caution)), lowerBound: bound };
}
