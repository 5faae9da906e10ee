import { at } from '../at.js';
import { type Arranged, type Arrangement, type Assignment, openArrangement } from './arrangement.js';
import { orderWaves } from './order-waves.js';
import type { Problem } from './problem.js';
import { int } from './rows.js';
import { mayMove, maySwap, riskOfMove, riskOfSwap, type Step, take, ticksOfMove, ticksOfSwap } from './steps.js';

/** Places looked at; short lists settle long before. Never a clock. */
const EFFORT = 3_000_000;

/**
 * Among arrangements that cost no more risk and no more time, towards the one the author would write: preferred tasks in earlier
 * waves. What is more urgent goes earlier also where that takes longer. Each step brings a preferred task forward at the expense of
 * less preferred ones only, so this ends.
 */
export function settleOrder(problem: Problem, { waveOf, waves }: Arranged): Assignment {
  const place = new Int32Array(problem.size);
  for (const [n, task] of problem.preferred.entries()) place[task] = n;
  const sweep = problem.size * waves * Math.min(problem.concurrency, problem.size);
  let settled = orderWaves(problem, waveOf);
  for (let left = EFFORT; left > 0; left -= sweep + 1) {
    const arrangement = openArrangement(problem, settled, waves);
    const moved = bringForward(arrangement, place);
    settled = orderWaves(problem, arrangement.waveOf);
    if (!moved) return settled;
  }
  return settled;
}

function bringForward(arrangement: Arrangement, place: Int32Array): boolean {
  let moved = false;
  for (const task of arrangement.problem.preferred) {
    const step = stepForward(arrangement, place, task);
    if (step === undefined) continue;
    take(arrangement, step);
    moved = true;
  }
  return moved;
}

/** Into the earliest wave that takes the task at no cost, but for the time it may cost to have an urgent one early. */
function stepForward(arrangement: Arrangement, place: Int32Array, task: number): Step | undefined {
  for (let wave = 0; wave < int(arrangement.waveOf, task); wave += 1) {
    if (isFreeMove(arrangement, task, wave)) return { kind: 'move', task, wave };
    const step = exchangeWithin(arrangement, place, task, wave);
    if (step !== undefined) return step;
  }
  return undefined;
}

function isFreeMove(arrangement: Arrangement, task: number, wave: number): boolean {
  if (riskOfMove(arrangement, task, wave) > 0) return false;
  const isUrgent = int(arrangement.problem.priority, task) > 0;
  return (isUrgent || ticksOfMove(arrangement, task, wave) <= 0) && mayMove(arrangement, task, wave);
}

/** With a less preferred member of the wave, the least preferred that will do. */
function exchangeWithin(arrangement: Arrangement, place: Int32Array, task: number, wave: number): Step | undefined {
  const { priority } = arrangement.problem;
  const members = at(arrangement.members, wave).filter((other) => int(place, other) > int(place, task));
  for (const other of members.sort((a, b) => int(place, b) - int(place, a))) {
    if (riskOfSwap(arrangement, task, other) > 0) continue;
    const isUrgent = int(priority, task) > int(priority, other);
    if (!isUrgent && ticksOfSwap(arrangement, task, other) > 0) continue;
    if (maySwap(arrangement, task, other)) return { kind: 'swap', task, other };
  }
  return undefined;
}
