import type { Caution } from '@breakwater/model';
import { toUnits } from '../risk-units.js';
import type { Arranged } from './arrangement.js';
import { lowerRisk } from './lower-risk.js';
import type { Problem } from './problem.js';

/** `balanced`: one more wave must save this many expected collisions. */
const WORTH_A_WAVE = toUnits(0.5);
/** `careful`: waves are added until fewer collisions than this are expected. */
const CALM = toUnits(0.1);

/** More tasks than this are a long list. */
const LONG = 100;

/** All the searches together that try numbers of waves may cost so many times as much as one thorough search. */
const TRYING = 2;

/** Adds waves for as long as the caution finds them worth their time. `steps`: what one thorough search may cost. */
const spend: Readonly<Record<Caution, (problem: Problem, fewest: Arranged, steps: number) => Arranged>> = {
  fast: (_, fewest) => fewest,
  balanced: spendWhileWorth,
  careful: spendUntilCalm,
};

export function spendWaves(problem: Problem, fewest: Arranged, caution: Caution, steps: number): Arranged {
  return spend[caution](problem, fewest, steps);
}

/**
 * Wave by wave; long lists in strides that double while they are worth it, and from the first that is not halve. What this settles
 * on is then searched thoroughly.
 */
function spendWhileWorth(problem: Problem, fewest: Arranged, steps: number): Arranged {
  const growth = problem.size > LONG ? 2 : 1;
  const most = Math.min(problem.size - fewest.waves, fewest.risk / WORTH_A_WAVE);
  const each = share(steps, growth === 1 ? most : 2 * Math.log2(most + 1));
  let best = fewest;
  let growing = true;
  for (let stride = 1; stride >= 1; stride = growing ? stride * growth : Math.floor(stride / 2)) {
    const next = worthIt(problem, best, stride, each);
    if (next === undefined) growing = false;
    else best = next;
  }
  return best === fewest ? fewest : calmer(best, lowerRisk(problem, best.waveOf, best.waves, steps));
}

/** So many waves more, if they save enough; not even tried when there is not as much to save. */
function worthIt(problem: Problem, best: Arranged, stride: number, steps: number): Arranged | undefined {
  const price = WORTH_A_WAVE * stride;
  if (best.waves + stride > problem.size || best.risk < price) return undefined;
  const next = lowerRisk(problem, best.waveOf, best.waves + stride, steps);
  return best.risk - next.risk >= price ? next : undefined;
}

/** The fewest waves that are calm, by halving: one wave per task is always calm, and more waves never need more risk. */
function spendUntilCalm(problem: Problem, fewest: Arranged, steps: number): Arranged {
  if (fewest.risk < CALM) return fewest;
  const each = share(steps, 1 + Math.log2(problem.size - fewest.waves));
  let uneasy = fewest;
  let calm = alone(problem);
  while (calm.waves - uneasy.waves > 1) {
    const middle = lowerRisk(problem, uneasy.waveOf, Math.floor((uneasy.waves + calm.waves) / 2), each);
    if (middle.risk < CALM) calm = middle;
    else uneasy = middle;
  }
  return calm;
}

/** Every task in a wave of its own. */
function alone({ size, order }: Problem): Arranged {
  const waveOf = new Int32Array(size);
  for (const [wave, task] of order.entries()) waveOf[task] = wave;
  return { waves: size, waveOf, risk: 0 };
}

function calmer(one: Arranged, other: Arranged): Arranged {
  return other.risk < one.risk ? other : one;
}

/** So that together they stay within their bound, however many they are. */
function share(steps: number, searches: number): number {
  return (TRYING * steps) / Math.max(1, Math.ceil(searches));
}
