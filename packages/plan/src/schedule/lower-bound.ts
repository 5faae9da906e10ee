import { at } from '../at.js';
import { pairAt } from '../pair-table.js';
import type { Instance } from './instance.js';
import { chainsBehind, neighbourCounts } from './list-orders.js';
import { loadBound } from './load-bound.js';

/** Waves that no arrangement can do without: the largest of the bounds below. */
export function lowerBound(instance: Instance): number {
  if (instance.size === 0) return 0;
  return Math.max(betweenBound(instance), cliqueBound(instance), aloneBound(instance));
}

/** Waves that come before a task and after it, and between them the waves that sessions and pools need for all that is in between. */
function betweenBound(instance: Instance): number {
  const { size, concurrency, capacities, needs } = instance;
  const heads = chainsBehind({ order: [...instance.order].reverse(), after: instance.before });
  const tails = chainsBehind(instance);
  const placed = (task: number, amount: number) => ({ head: at(heads, task), tail: at(tails, task), amount });
  const sessions = Array.from({ length: size }, (_, task) => placed(task, 1));
  const pools = capacities.map((capacity, pool) => {
    const users = needs.flatMap((mine, task) =>
      mine.filter((need) => need.pool === pool).map((need) => placed(task, need.amount)),
    );
    return loadBound(users, capacity);
  });
  return Math.max(loadBound(sessions, concurrency), ...pools);
}

/** Tasks of which no two may share a wave, gathered greedily from each of the 50 most entangled tasks. */
function cliqueBound(instance: Instance): number {
  const degree = neighbourCounts(instance);
  const entangled = [...instance.preferred].sort((a, b) => at(degree, b) - at(degree, a));
  return Math.max(...entangled.slice(0, 50).map((start) => cliqueFrom(instance, start, entangled)));
}

function cliqueFrom({ apart }: Instance, start: number, candidates: readonly number[]): number {
  const clique = [start];
  for (const task of candidates) {
    if (clique.every((member) => pairAt(apart, member, task) === 1)) clique.push(task);
  }
  return clique.length;
}

/** Tasks that stand apart from all others take a wave each; the rest share. */
function aloneBound(instance: Instance): number {
  const alone = neighbourCounts(instance).filter((count) => count === instance.size - 1).length;
  return alone + Math.ceil((instance.size - alone) / instance.concurrency);
}
