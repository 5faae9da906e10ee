import { at } from '../at.js';
import { type PairTable, pairAt } from '../pair-table.js';
import type { Instance } from './instance.js';
import { chainsBehind, neighbourCounts } from './list-orders.js';
import { loadBound, type Placed } from './load-bound.js';

/** Tasks to gather cliques from. */
const STARTS = 50;
/** Candidates compared for the next member of a clique. */
const LOOKED_AT = 12;

/** Waves that no arrangement can do without: what sessions, pools and mutually exclusive tasks need at least. */
export function lowerBound(instance: Instance): number {
  const heads = chainsBehind({ order: [...instance.order].reverse(), after: instance.before });
  const tails = chainsBehind(instance);
  const placed = (task: number, amount = 1): Placed => ({ head: at(heads, task), tail: at(tails, task), amount });
  const everyone = instance.preferred.map((task) => placed(task));
  const pools = instance.capacities.map((capacity, pool) => loadBound(usersOf(instance, pool, placed), capacity));
  const cliques = someCliques(instance).map((clique) =>
    loadBound(
      clique.map((task) => placed(task)),
      1,
    ),
  );
  return Math.max(loadBound(everyone, instance.concurrency), aloneBound(instance), ...pools, ...cliques);
}

function usersOf({ needs }: Instance, pool: number, placed: (task: number, amount: number) => Placed): readonly Placed[] {
  return needs.flatMap((mine, task) => mine.filter((need) => need.pool === pool).map(({ amount }) => placed(task, amount)));
}

/** Sets of tasks of which no two may share a wave, like users of a pool of one; gathered greedily from the most entangled tasks. */
function someCliques(instance: Instance): readonly (readonly number[])[] {
  const degree = neighbourCounts(instance);
  const entangled = [...instance.preferred].sort((a, b) => at(degree, b) - at(degree, a));
  return entangled.slice(0, STARTS).map((start) => cliqueFrom(instance, start, entangled));
}

/** Next always the candidate that leaves most others in question. */
function cliqueFrom({ apart }: Instance, start: number, order: readonly number[]): readonly number[] {
  const clique = [start];
  let candidates = order.filter((task) => pairAt(apart, start, task) === 1);
  while (candidates.length > 0) {
    const next = mostConnected(apart, candidates);
    clique.push(next);
    candidates = candidates.filter((task) => pairAt(apart, next, task) === 1);
  }
  return clique;
}

/** Looks at the first few only: they have the most neighbours overall, and all pairs would take too long. */
function mostConnected(apart: PairTable, candidates: readonly number[]): number {
  const inside = (task: number) => candidates.filter((other) => pairAt(apart, task, other) === 1).length;
  const [best] = candidates
    .slice(0, LOOKED_AT)
    .map((task) => ({ task, count: inside(task) }))
    .sort((a, b) => b.count - a.count);
  return best?.task ?? at(candidates, 0);
}

/** Tasks that stand apart from all others take a wave each; the rest share. */
function aloneBound(instance: Instance): number {
  const alone = neighbourCounts(instance).filter((count) => count === instance.size - 1).length;
  return alone + Math.ceil((instance.size - alone) / instance.concurrency);
}
