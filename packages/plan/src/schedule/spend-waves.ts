import type { Caution } from '@breakwater/model';
import { toUnits } from '../risk-units.js';
import type { Instance } from './instance.js';
import { type Arranged, lowerRisk } from './lower-risk.js';

/** `balanced`: one more wave must save this many expected collisions. */
const WORTH_A_WAVE = toUnits(0.5);
/** `careful`: waves are added until fewer collisions than this are expected. */
const CALM = toUnits(0.1);

/** Adds waves for as long as the caution finds them worth their time. */
const spend: Readonly<Record<Caution, (instance: Instance, fewest: Arranged) => Arranged>> = {
  fast: (_, fewest) => fewest,
  balanced: spendWhileWorth,
  careful: spendUntilCalm,
};

export function spendWaves(instance: Instance, fewest: Arranged, caution: Caution): Arranged {
  return spend[caution](instance, fewest);
}

function spendWhileWorth(instance: Instance, fewest: Arranged): Arranged {
  let best = fewest;
  while (best.waves < instance.size && best.risk >= WORTH_A_WAVE) {
    const next = lowerRisk(instance, best.waveOf, best.waves + 1);
    if (best.risk - next.risk < WORTH_A_WAVE) return best;
    best = next;
  }
  return best;
}

/** The fewest waves that are calm, by halving: one wave per task is always calm, and more waves never need more risk. */
function spendUntilCalm(instance: Instance, fewest: Arranged): Arranged {
  if (fewest.risk < CALM) return fewest;
  let uneasy = fewest;
  let calm = lowerRisk(instance, fewest.waveOf, instance.size);
  while (calm.waves - uneasy.waves > 1) {
    const middle = lowerRisk(instance, uneasy.waveOf, Math.floor((uneasy.waves + calm.waves) / 2));
    if (middle.risk < CALM) calm = middle;
    else uneasy = middle;
  }
  return calm;
}
