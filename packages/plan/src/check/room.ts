import type { Task } from '@breakwater/model';
import type { CheckInput } from './check-input.js';

/** No wave holds more tasks than may run at once, nor needs more of a resource than there is. One task alone may have what it needs. */
export function checkRoom({ plan, tasks, capacities }: CheckInput): readonly string[] {
  return plan.waves.flatMap((wave, n) => {
    const members = tasks.filter(({ id }) => wave.includes(id));
    const crowded = wave.length > plan.concurrency ? [`wave ${n + 1} has ${wave.length} tasks, at most ${plan.concurrency}`] : [];
    return [...crowded, ...overdrawn(members, capacities).map((fault) => `wave ${n + 1} ${fault}`)];
  });
}

function overdrawn(members: readonly Task[], capacities: Readonly<Record<string, number>>): readonly string[] {
  const names = [...new Set(members.flatMap(({ resources }) => resources.map(({ name }) => name)))].sort();
  return names.flatMap((name) => {
    const users = members.filter(({ resources }) => resources.some((need) => need.name === name));
    const needed = users.flatMap(({ resources }) => resources.filter((need) => need.name === name));
    const total = needed.reduce((sum, { amount }) => sum + amount, 0);
    const there = Object.entries(capacities).find(([known]) => known === name)?.[1] ?? 1;
    return users.length > 1 && total > there ? [`needs ${total} of ${name}, and there is ${there}`] : [];
  });
}
