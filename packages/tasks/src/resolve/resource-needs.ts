import type { ResourceNeed } from '@breakwater/model';
import type { WrittenTask } from '../schema/written-task.js';

/** Names and amounts; a name alone is one, and a name written twice is the sum. */
export function resourceNeeds(written: NonNullable<WrittenTask['resources']>): readonly ResourceNeed[] {
  const amounts = new Map<string, number>();
  for (const one of written) {
    const { name, amount = 1 } = typeof one === 'string' ? { name: one } : one;
    amounts.set(name, (amounts.get(name) ?? 0) + amount);
  }
  return [...amounts].map(([name, amount]) => ({ name, amount }));
}
