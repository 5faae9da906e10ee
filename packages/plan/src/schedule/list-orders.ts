import { at } from '../at.js';
import type { Instance } from './instance.js';

/**
 * Orders to start from, each with every task after its predecessors: by what hangs on a task, by how many it keeps away, by both,
 * and as the author listed them. The sum counts a wave of the chain behind a task three times: a hub delays many, a chain delays all.
 */
export function listOrders(instance: Instance): readonly (readonly number[])[] {
  const chain = chainsBehind(instance);
  const apart = neighbourCounts(instance);
  const priorities = [chain, apart, chain.map((length, task) => 3 * length + at(apart, task)), chain.map(() => 0)];
  return priorities.map((priority) => orderBy(instance, priority));
}

/** By task: waves needed after it, at least. */
export function chainsBehind({ order, after }: Pick<Instance, 'order' | 'after'>): readonly number[] {
  const length: number[] = order.map(() => 0);
  for (const task of [...order].reverse()) {
    length[task] = Math.max(0, ...at(after, task).map((later) => at(length, later) + 1));
  }
  return length;
}

/** By task: how many others may not be beside it. */
export function neighbourCounts({ size, apart }: Instance): readonly number[] {
  return Array.from({ length: size }, (_, task) =>
    apart.cells.subarray(task * size, (task + 1) * size).reduce((sum, one) => sum + one, 0),
  );
}

/** Of the tasks whose predecessors are listed, always the one with the highest priority; ties by preference. O(tasks^2). */
function orderBy({ size, before, preferred }: Instance, priority: readonly number[]): readonly number[] {
  const candidates = [...preferred].sort((a, b) => at(priority, b) - at(priority, a));
  const listed = new Set<number>();
  while (listed.size < size) {
    const next = candidates.find((task) => !listed.has(task) && at(before, task).every((one) => listed.has(one)));
    if (next === undefined) throw new Error('Internal error: tasks wait for each other');
    listed.add(next);
  }
  return [...listed];
}
