import { seededRandom } from '@breakwater/model';
import { type Disturbance, disturb } from './disturb.js';
import { justifierFor } from './justify.js';
import type { Problem } from './problem.js';
import type { Scheme } from './scheme.js';

/** A schedule, and the order of tasks by their starts. */
export interface Found {
  readonly order: Int32Array<ArrayBuffer>;
  readonly start: Int32Array<ArrayBuffer>;
  /** When the last task ends. */
  readonly end: number;
}

export interface OrderSearch {
  readonly problem: Problem;
  readonly scheme: Scheme;
  /** Orders to start from, at least one. */
  readonly orders: readonly Int32Array[];
  /** No schedule is shorter; the search stops there. */
  readonly bound: number;
  /** What the search may cost, in steps of the scheme. Never a clock. */
  readonly steps: number;
}

/** Part of the tasks that is moved in each try. */
const MOVED = 0.05;
const FEWEST_MOVES = 2;
/** A try is three schedules: forwards, backwards, forwards. */
const PASSES = 3;
const SEED = 1;

/**
 * A schedule as short as this search finds: list scheduling from several orders, then iterated local search on the order (Lourenço,
 * Martin and Stützle 2003), each try improved backwards and forwards; one that is no worse is kept.
 */
export function improveOrder(search: OrderSearch): Found {
  const { problem, scheme, orders, bound } = search;
  const complete = completerFor(scheme);
  let best = startFrom(search, complete);
  let trial: Draft = { ...best, order: best.order.slice(), start: best.start.slice() };
  const disturbance = disturbanceOf(problem);
  for (let left = search.steps / (PASSES * scheme.steps) - orders.length; left > 0 && best.end > bound; left -= 1) {
    trial.order.set(best.order);
    disturb(problem, trial.order, disturbance);
    complete(trial);
    if (trial.end <= best.end) [best, trial] = [trial, best];
  }
  return best;
}

/** The best of the given orders; no further one when the bound is met or the steps are spent. */
function startFrom({ problem, scheme, orders, bound, steps }: OrderSearch, complete: (draft: Draft) => Draft): Draft {
  let best: Draft | undefined;
  for (const [n, order] of orders.entries()) {
    if (best !== undefined && (best.end <= bound || n * PASSES * scheme.steps > steps)) break;
    const draft: Draft = { order: order.slice(), start: new Int32Array(problem.size), end: 0 };
    draft.end = scheme.forwards(draft.order, draft.start);
    if (draft.end > bound) complete(draft);
    if (best === undefined || draft.end < best.end) best = draft;
  }
  if (best === undefined) throw new Error('Internal error: no order to start from');
  return best;
}

function disturbanceOf({ size }: Problem): Disturbance {
  return { places: new Int32Array(size), moves: Math.max(FEWEST_MOVES, Math.round(MOVED * size)), random: seededRandom(SEED) };
}

/** A schedule under change. */
interface Draft extends Found {
  end: number;
}

/** Schedules a draft by its order, forwards, backwards and forwards again. */
function completerFor(scheme: Scheme): (draft: Draft) => Draft {
  const justify = justifierFor(scheme);
  return (draft) => {
    const { order, start } = draft;
    draft.end = justify(order, start, scheme.forwards(order, start));
    return draft;
  };
}
