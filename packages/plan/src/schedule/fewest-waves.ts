import { type Random, seededRandom } from '@breakwater/model';
import { at } from '../at.js';
import { type Assignment, type Instance, reversed, waveCount } from './instance.js';
import { listOrders } from './list-orders.js';
import { placeInOrder } from './place-in-order.js';

/** Placements per task list of one task; divided by the number of tasks, so that the time stays about the same. Never a clock. */
const EFFORT = 150_000;
const MOST_TRIES = 2_000;
const SEED = 1;

/**
 * An arrangement in as few waves as this search finds: list scheduling from several orders, then iterated local search on
 * the order (Lourenço, Martin and Stützle), each try tightened backwards and forwards (Li and Willis 1992). Stops at the bound.
 */
export function fewestWaves(instance: Instance, lowerBound: number): Assignment {
  const backwards = reversed(instance);
  const tries = listOrders(instance).map((order) => tighten(instance, backwards, placeInOrder(instance, order)));
  let best = tries.reduce((one, other) => (isBetter(instance, other, one) ? other : one), at(tries, 0));
  const random = seededRandom(SEED);
  for (
    let left = Math.min(MOST_TRIES, Math.ceil(EFFORT / (instance.size + 1)));
    left > 0 && waveCount(best) > lowerBound;
    left -= 1
  ) {
    const order = disturb(instance, byWave(instance, best), random);
    const tried = tighten(instance, backwards, placeInOrder(instance, order));
    if (!isBetter(instance, best, tried)) best = tried;
  }
  return best;
}

/** Pushes everything late, then early again; never takes more waves, often fewer. */
function tighten(instance: Instance, backwards: Instance, waveOf: Assignment): Assignment {
  const late = placeInOrder(backwards, byWave(instance, waveOf).reverse());
  return placeInOrder(instance, byWave(instance, late).reverse());
}

function byWave({ preferred }: Instance, waveOf: Assignment): number[] {
  return [...preferred].sort((a, b) => at(waveOf, a) - at(waveOf, b));
}

/** Fewer waves, or as many and less in the last one: the way towards one wave fewer. */
function isBetter({ size }: Instance, one: Assignment, other: Assignment): boolean {
  const weigh = (waveOf: Assignment) => {
    const waves = waveCount(waveOf);
    return waves * (size + 1) + waveOf.filter((wave) => wave === waves - 1).length;
  };
  return weigh(one) < weigh(other);
}

/** Moves about a tenth of the tasks, at least two, somewhere between their predecessors and successors. */
function disturb(instance: Instance, order: number[], random: Random): readonly number[] {
  const moves = Math.max(2, Math.round(instance.size / 10));
  for (let move = 0; move < moves; move += 1) {
    const place = random(order.length);
    const task = at(order, place);
    const first = 1 + Math.max(-1, ...at(instance.before, task).map((one) => order.indexOf(one)));
    const last = Math.min(order.length, ...at(instance.after, task).map((one) => order.indexOf(one))) - 1;
    order.splice(place, 1);
    order.splice(first + random(last - first + 1), 0, task);
  }
  return order;
}
