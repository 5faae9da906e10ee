import { at } from '../at.js';
import { type Arrangement, moveTask, openArrangement } from './arrangement.js';
import type { Assignment, Instance } from './instance.js';
import type { Arranged } from './lower-risk.js';
import { moveStep, type Step, swapStep, take } from './steps.js';

/**
 * Among arrangements that cost no more risk, towards the one the author would write: preferred tasks in earlier waves.
 * Each step brings a preferred task forward at the expense of less preferred ones only, so this ends. Empty waves go.
 */
export function settleOrder(instance: Instance, { waveOf, waves }: Arranged): Assignment {
  const arrangement = openArrangement(instance, waveOf, waves);
  const place = new Int32Array(instance.size);
  for (const [n, task] of instance.preferred.entries()) place[task] = n;
  for (let improved = true; improved; ) {
    improved = false;
    for (const task of instance.preferred) {
      const step = stepForward(arrangement, place, task);
      if (step === undefined) continue;
      take(arrangement, step);
      improved = true;
    }
    improved = exchangeWaves(arrangement, place) || improved;
  }
  return withoutGaps(arrangement.waveOf);
}

/** Into the earliest wave that takes the task for no more risk. */
function stepForward(arrangement: Arrangement, place: Int32Array, task: number): Step | undefined {
  for (let wave = 0; wave < at(arrangement.waveOf, task); wave += 1) {
    const step = waysInto(arrangement, place, { task, wave }).find((way) => way.cost <= 0);
    if (step !== undefined) return step;
  }
  return undefined;
}

/** Beside those who are there, or in exchange for a less preferred one, the least preferred first. */
function waysInto(
  arrangement: Arrangement,
  place: Int32Array,
  { task, wave }: { readonly task: number; readonly wave: number },
): readonly Step[] {
  const move = moveStep(arrangement, task, wave);
  if (move !== undefined && move.cost <= 0) return [move];
  return [...at(arrangement.members, wave)]
    .filter((other) => at(place, other) > at(place, task))
    .sort((a, b) => at(place, b) - at(place, a))
    .flatMap((other) => swapStep(arrangement, task, other) ?? []);
}

/** Neighbouring waves that do not wait for each other: the one with the most preferred task first. */
function exchangeWaves(arrangement: Arrangement, place: Int32Array): boolean {
  let exchanged = false;
  for (let wave = 0; wave + 1 < arrangement.waves; wave += 1) {
    const [here, next] = [[...at(arrangement.members, wave)], [...at(arrangement.members, wave + 1)]];
    const best = (tasks: readonly number[]) => Math.min(...tasks.map((task) => at(place, task)));
    const waits = next.some((task) => at(arrangement.instance.before, task).some((before) => here.includes(before)));
    if (waits || best(next) >= best(here)) continue;
    for (const task of here) moveTask(arrangement, task, wave + 1);
    for (const task of next) moveTask(arrangement, task, wave);
    exchanged = true;
  }
  return exchanged;
}

function withoutGaps(waveOf: Assignment): Assignment {
  const used = [...new Set(waveOf)].sort((a, b) => a - b);
  return waveOf.map((wave) => used.indexOf(wave));
}
