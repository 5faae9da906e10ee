import type { Effort } from '@breakwater/model';
import { dispatchScheme, TICKS_PER_MINUTE } from './dispatch-scheme.js';
import { stepsFor } from './effort.js';
import { improveOrder } from './improve-order.js';
import { listOrder } from './list-order.js';
import { minuteBound } from './minute-bound.js';
import { neighbourLengths, tails } from './priorities.js';
import type { Problem } from './problem.js';
import { real } from './rows.js';

export interface StreamSchedule {
  /** By task: the minute it starts. */
  readonly starts: Float64Array<ArrayBuffer>;
  readonly minutes: number;
  readonly lowerBound: number;
}

/** A stream when every length is known: starts, as early an end as this search finds, and an end that no schedule can beat. */
export function scheduleStream(problem: Problem, effort: Effort): StreamSchedule {
  const lowerBound = minuteBound(problem);
  const orders = streamPriorities(problem).map((priority) => listOrder(problem, priority));
  const bound = Math.floor(lowerBound * TICKS_PER_MINUTE);
  const found = improveOrder({ problem, scheme: dispatchScheme(problem), orders, bound, steps: stepsFor(effort, problem.size) });
  return {
    starts: Float64Array.from(found.start, (tick) => tick / TICKS_PER_MINUTE),
    minutes: found.end / TICKS_PER_MINUTE,
    lowerBound,
  };
}

/** The chain behind a task, three times for it delays all, with its own length and those it keeps waiting; and the chain alone. */
function streamPriorities(problem: Problem): readonly Float64Array[] {
  const { minutes } = problem;
  const [tail, kept] = [tails(problem, minutes), neighbourLengths(problem, minutes)];
  return [
    tail.map((one, task) => 3 * one + real(minutes, task) + real(kept, task)),
    tail.map((one, task) => one + real(minutes, task)),
  ];
}
