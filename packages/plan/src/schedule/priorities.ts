import type { Problem } from './problem.js';
import { int, real, rowLength, rowOf } from './rows.js';

/** By task: the longest chain of lengths behind it, itself not counted. */
export function tails(problem: Pick<Problem, 'order' | 'after'>, lengths: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const { order, after } = problem;
  const tail = new Float64Array(order.length);
  for (let n = order.length - 1; n >= 0; n -= 1) {
    const task = int(order, n);
    for (const later of rowOf(after, task)) tail[task] = Math.max(real(tail, task), real(tail, later) + (lengths[later] ?? 0));
  }
  return tail;
}

/** By task: the longest chain of lengths before it, so that it can start no earlier. */
export function heads(
  { order, before }: Pick<Problem, 'order' | 'before'>,
  lengths: ArrayLike<number>,
): Float64Array<ArrayBuffer> {
  return tails({ order: order.slice().reverse(), after: before }, lengths);
}

/** By task: how many others may not run beside it, those of excluding sets included; a pair in two sets counts twice. */
export function neighbourCounts({ size, apart, groups, groupsOf }: Problem): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: size }, (_, task) =>
    rowOf(groupsOf, task).reduce((sum, group) => sum + rowLength(groups, group) - 1, rowLength(apart, task)),
  );
}

/** By task: summed lengths of those that may not run beside it. */
export function neighbourLengths({ size, apart, groups, groupsOf }: Problem, lengths: Float64Array): Float64Array<ArrayBuffer> {
  const whole = Float64Array.from({ length: groups.start.length - 1 }, (_, group) => sumOf(rowOf(groups, group), lengths));
  return Float64Array.from({ length: size }, (_, task) =>
    rowOf(groupsOf, task).reduce(
      (sum, group) => sum + real(whole, group) - real(lengths, task),
      sumOf(rowOf(apart, task), lengths),
    ),
  );
}

function sumOf(tasks: Int32Array, lengths: Float64Array): number {
  return tasks.reduce((sum, task) => sum + real(lengths, task), 0);
}
