import type { Caution } from '@breakwater/model';
import { toUnits } from '../risk-units.js';
import type { Instance } from './instance.js';
import { type Arranged, lowerRisk, THOROUGH } from './lower-risk.js';

/** `balanced`: one more wave must save this many expected collisions. */
const WORTH_A_WAVE = toUnits(0.5);
/** `careful`: waves are added until fewer collisions than this are expected. */
const CALM = toUnits(0.1);

/** More tasks than this are a long list. */
const LONG = 100;

/** Steps looked at by all the searches together that try numbers of waves; never a clock. */
const TRYING = 2 * THOROUGH;

/** Adds waves for as long as the caution finds them worth their time. */
const spend: Readonly<Record<Caution, (instance: Instance, fewest: Arranged) => Arranged>> = {
  fast: (_, fewest) => fewest,
  balanced: spendWhileWorth,
  careful: spendUntilCalm,
};

export function spendWaves(instance: Instance, fewest: Arranged, caution: Caution): Arranged {
  return spend[caution](instance, fewest);
}

/**
 * Wave by wave; long lists in strides that double while they are worth it, and from the first that is not halve. What this settles
 * on is then searched thoroughly.
 */
function spendWhileWorth(instance: Instance, fewest: Arranged): Arranged {
  const growth = instance.size > LONG ? 2 : 1;
  const most = Math.min(instance.size - fewest.waves, fewest.risk / WORTH_A_WAVE);
  const effort = effortOfEach(growth === 1 ? most : 2 * Math.log2(most + 1));
  let best = fewest;
  let growing = true;
  for (let stride = 1; stride >= 1; stride = growing ? stride * growth : Math.floor(stride / 2)) {
    const next = worthIt(instance, best, stride, effort);
    if (next === undefined) growing = false;
    else best = next;
  }
  return best === fewest ? fewest : lowerRisk(instance, best.waveOf, best.waves);
}

/** So many waves more, if they save enough; not even tried when there is not as much to save. */
function worthIt(instance: Instance, best: Arranged, stride: number, effort: number): Arranged | undefined {
  const price = WORTH_A_WAVE * stride;
  if (best.waves + stride > instance.size || best.risk < price) return undefined;
  const next = lowerRisk(instance, best.waveOf, best.waves + stride, effort);
  return best.risk - next.risk >= price ? next : undefined;
}

/** The fewest waves that are calm, by halving: one wave per task is always calm, and more waves never need more risk. */
function spendUntilCalm(instance: Instance, fewest: Arranged): Arranged {
  if (fewest.risk < CALM) return fewest;
  const effort = effortOfEach(1 + Math.log2(instance.size - fewest.waves));
  let uneasy = fewest;
  let calm = lowerRisk(instance, fewest.waveOf, instance.size);
  while (calm.waves - uneasy.waves > 1) {
    const middle = lowerRisk(instance, uneasy.waveOf, Math.floor((uneasy.waves + calm.waves) / 2), effort);
    if (middle.risk < CALM) calm = middle;
    else uneasy = middle;
  }
  return calm;
}

/** So that together they stay within their bound, however many they are. */
function effortOfEach(searches: number): number {
  return TRYING / Math.max(1, Math.ceil(searches));
}
