import type { Task, TaskId } from '@breakwater/model';
import { at } from './at.js';
import { type Assignment, waveCount } from './schedule/arrangement.js';

/** Task ids by wave; inside a wave higher priority first, then as listed: the order of integration. */
export function waveIds(tasks: readonly Task[], waveOf: Assignment): readonly (readonly TaskId[])[] {
  const inOrder = [...tasks.entries()].sort(([m, a], [n, b]) => b.priority - a.priority || m - n);
  return Array.from({ length: waveCount(waveOf) }, (_, wave) =>
    inOrder.filter(([task]) => at(waveOf, task) === wave).map(([, { id }]) => id),
  );
}
