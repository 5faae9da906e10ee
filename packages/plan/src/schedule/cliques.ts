import { type BitRows, bitRow, countCommon, hasBit, intersect } from './bit-rows.js';
import { entangledPairs } from './entangled.js';
import type { Problem } from './problem.js';
import { int, rowOf } from './rows.js';

/** Tasks to gather cliques from, the most entangled first. */
const STARTS = 100;
/** Candidates compared for the next member. */
const LOOKED_AT = 15;
/** From this many tasks on, pairs take too much memory; only excluding sets are looked at. */
const MANY = 3_000;

/**
 * Sets of tasks of which no two may share a wave: the excluding sets, and cliques gathered greedily in the graph of conflicts and
 * precedence, next always the candidate that leaves most others in question. `weight` says which tasks count for more.
 */
export function someCliques(problem: Problem, weight?: Float64Array): readonly (readonly number[])[] {
  const groups = Array.from({ length: problem.groups.start.length - 1 }, (_, group) => [...rowOf(problem.groups, group)]);
  if (problem.size > MANY) return groups;
  const pairs = entangledPairs(problem);
  const degrees = Float64Array.from({ length: problem.size }, (_, task) => degreeOf(pairs, task, weight));
  const entangled = [...problem.preferred].sort((a, b) => (degrees[b] ?? 0) - (degrees[a] ?? 0));
  return [...groups, ...entangled.slice(0, STARTS).map((start) => cliqueFrom(pairs, start, entangled))];
}

/** Each set once: where most pairs are entangled, most starts end in the same one, and looking at it again proves nothing more. */
export function distinct(cliques: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(cliques.map((clique) => [clique.join(), clique])).values()];
}

function degreeOf(pairs: BitRows, task: number, weight: Float64Array | undefined): number {
  const row = bitRow(pairs, task);
  if (weight === undefined) return countCommon(row, row);
  return weight.reduce((sum, one, other) => (other === task || hasBit(pairs, task, other) ? sum + one : sum), 0);
}

function cliqueFrom(pairs: BitRows, start: number, entangled: readonly number[]): readonly number[] {
  const clique = [start];
  const open = Int32Array.from(bitRow(pairs, start));
  let candidates = entangled.filter((task) => hasBit(pairs, start, task));
  while (candidates.length > 0) {
    const next = mostConnected(pairs, candidates, open);
    clique.push(next);
    intersect(open, bitRow(pairs, next));
    candidates = candidates.filter((task) => hasBit(pairs, next, task));
  }
  return clique.sort((a, b) => a - b);
}

/** Looks at the first few only: they have the most neighbours overall, and all pairs would take too long. */
function mostConnected(pairs: BitRows, candidates: readonly number[], open: Int32Array): number {
  const counts = Int32Array.from(candidates.slice(0, LOOKED_AT), (task) => countCommon(open, bitRow(pairs, task)));
  let best = 0;
  for (let n = 1; n < counts.length; n += 1) if (int(counts, n) > int(counts, best)) best = n;
  return candidates[best] ?? 0;
}
