import { at } from '../at.js';
import { type Arrangement, openArrangement } from './arrangement.js';
import type { Assignment, Instance } from './instance.js';
import type { Arranged } from './lower-risk.js';
import { orderWaves } from './order-waves.js';
import { moveStep, type Step, swapStep, take } from './steps.js';

/** Steps that cost less than one unit of risk cost none. */
const FREE = 1;

/** Places looked at; short lists settle long before. Never a clock. */
const EFFORT = 3_000_000;

/**
 * Among arrangements that cost no more risk, towards the one the author would write: preferred tasks in earlier waves. Each step
 * brings a preferred task forward at the expense of less preferred ones only, so this ends.
 */
export function settleOrder(instance: Instance, { waveOf, waves }: Arranged): Assignment {
  const place = new Int32Array(instance.size);
  for (const [n, task] of instance.preferred.entries()) place[task] = n;
  const sweep = instance.size * waves * Math.min(instance.concurrency, instance.size);
  let settled = orderWaves(instance, waveOf);
  for (let left = EFFORT; left > 0; left -= sweep + 1) {
    const arrangement = openArrangement(instance, settled, waves);
    const moved = bringForward(arrangement, place);
    settled = orderWaves(instance, arrangement.waveOf);
    if (!moved) return settled;
  }
  return settled;
}

function bringForward(arrangement: Arrangement, place: Int32Array): boolean {
  let moved = false;
  for (const task of arrangement.instance.preferred) {
    const step = stepForward(arrangement, place, task);
    if (step === undefined) continue;
    take(arrangement, step);
    moved = true;
  }
  return moved;
}

/** Into the earliest wave that takes the task for no more risk. */
function stepForward(arrangement: Arrangement, place: Int32Array, task: number): Step | undefined {
  for (let wave = 0; wave < at(arrangement.waveOf, task); wave += 1) {
    const step = moveStep(arrangement, task, wave, FREE) ?? exchangeWithin(arrangement, place, { task, wave });
    if (step !== undefined) return step;
  }
  return undefined;
}

/** With a less preferred member of the wave, the least preferred that will do. */
function exchangeWithin(
  arrangement: Arrangement,
  place: Int32Array,
  { task, wave }: { readonly task: number; readonly wave: number },
): Step | undefined {
  const members = [...at(arrangement.members, wave)].filter((other) => at(place, other) > at(place, task));
  for (const other of members.sort((a, b) => at(place, b) - at(place, a))) {
    const step = swapStep(arrangement, task, other, FREE);
    if (step !== undefined) return step;
  }
  return undefined;
}
