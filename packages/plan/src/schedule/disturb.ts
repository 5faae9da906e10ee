import type { Random } from '@breakwater/model';
import type { Problem } from './problem.js';
import { int } from './rows.js';

export interface Disturbance {
  /** Room for each task's place; whatever it holds is overwritten. */
  readonly places: Int32Array;
  readonly moves: number;
  readonly random: Random;
}

/**
 * Moves some tasks of an order elsewhere, each somewhere between its last predecessor and its first successor, so that the order
 * stays one. O(size) per move at worst, without allocation.
 */
export function disturb(problem: Problem, order: Int32Array, { places, moves, random }: Disturbance): void {
  for (let place = 0; place < order.length; place += 1) places[int(order, place)] = place;
  for (let move = 0; move < moves; move += 1) {
    const task = int(order, random(order.length));
    const first = firstPlace(problem, task, places);
    const last = lastPlace(problem, task, places);
    if (last > first) carry(order, places, task, first + random(last - first + 1));
  }
}

function firstPlace({ before }: Problem, task: number, places: Int32Array): number {
  let first = 0;
  for (let n = int(before.start, task), end = int(before.start, task + 1); n < end; n += 1) {
    const next = int(places, int(before.items, n)) + 1;
    if (next > first) first = next;
  }
  return first;
}

function lastPlace({ after, size }: Problem, task: number, places: Int32Array): number {
  let last = size - 1;
  for (let n = int(after.start, task), end = int(after.start, task + 1); n < end; n += 1) {
    const previous = int(places, int(after.items, n)) - 1;
    if (previous < last) last = previous;
  }
  return last;
}

/** The tasks between make room by one place. */
function carry(order: Int32Array, places: Int32Array, task: number, to: number): void {
  const from = int(places, task);
  const step = to < from ? -1 : 1;
  for (let place = from; place !== to; place += step) {
    const other = int(order, place + step);
    order[place] = other;
    places[other] = place;
  }
  order[to] = task;
  places[task] = to;
}
