import type { Effort } from '@breakwater/model';
import { stepsFor } from './effort.js';
import { type Found, improveOrder } from './improve-order.js';
import { listOrder } from './list-order.js';
import { heads, tails } from './priorities.js';
import type { Problem } from './problem.js';
import { int, real, rowLength } from './rows.js';
import { timetableScheme } from './timetable-scheme.js';

/** Project scheduling: starts in whole minutes, as early an end as this search finds, and an end that no schedule can beat. */
export function scheduleProject(problem: Problem, effort: Effort): Found & { readonly lowerBound: number } {
  const bound = projectBound(problem);
  const orders = projectPriorities(problem).map((priority) => listOrder(problem, priority));
  const found = improveOrder({ problem, scheme: timetableScheme(problem), orders, bound, steps: stepsFor(effort, problem.size) });
  return { ...found, lowerBound: bound };
}

/** Latest finish, latest start and least slack first (Kolisch 1996). */
function projectPriorities(problem: Problem): readonly Float64Array[] {
  const { minutes } = problem;
  const [head, tail] = [heads(problem, minutes), tails(problem, minutes)];
  const latestStart = tail.map((one, task) => one + real(minutes, task));
  return [tail, latestStart, latestStart.map((one, task) => one - real(head, task))];
}

/** The longest chain, and of every pool the work divided by its capacity. */
function projectBound(problem: Problem): number {
  const { minutes, capacities, amounts, pools, size } = problem;
  const tail = tails(problem, minutes);
  const work = new Float64Array(capacities.length);
  for (let task = 0; task < size; task += 1) {
    for (let n = 0, from = int(pools.start, task); n < rowLength(pools, task); n += 1) {
      const pool = int(pools.items, from + n);
      work[pool] = real(work, pool) + real(minutes, task) * int(amounts, from + n);
    }
  }
  const chains = tail.map((one, task) => one + real(minutes, task));
  const loads = work.map((one, pool) => Math.ceil(one / int(capacities, pool)));
  return Math.max(0, ...chains, ...loads);
}
