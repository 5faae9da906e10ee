import type { Task } from '@breakwater/model';

/** A shared thing that is not a file, and who needs how much of it. */
export interface Pool {
  readonly name: string;
  readonly capacity: number;
  /** In list order; `task` is the place in the list. */
  readonly users: readonly { readonly task: number; readonly amount: number }[];
}

/** Every resource that somebody needs, by name. A task that names one twice needs the sum. */
export function resourcePools(tasks: readonly Task[], capacities: Readonly<Record<string, number>>): readonly Pool[] {
  const users = new Map<string, Map<number, number>>();
  for (const [task, { resources }] of tasks.entries()) {
    for (const { name, amount } of resources) {
      const amounts = users.get(name) ?? new Map<number, number>();
      users.set(name, amounts.set(task, (amounts.get(task) ?? 0) + amount));
    }
  }
  return [...users]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, amounts]) => ({
      name,
      capacity: capacityOf(capacities, name),
      users: [...amounts].map(([task, amount]) => ({ task, amount })),
    }));
}

/** Own keys only: a resource may be called `constructor`. */
function capacityOf(capacities: Readonly<Record<string, number>>, name: string): number {
  return Object.hasOwn(capacities, name) ? (capacities[name] ?? 1) : 1;
}
