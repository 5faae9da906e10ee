import { type BitRows, bitRow, bitRows, setBit, unite } from './bit-rows.js';
import type { Problem } from './problem.js';
import { rowOf } from './rows.js';

/** Pairs that can never share a wave: in conflict, in one excluding set, or ordered by precedence however far apart. */
export function entangledPairs(problem: Problem): BitRows {
  const pairs = orderedPairs(problem);
  const { size, apart, groups, groupsOf } = problem;
  for (let task = 0; task < size; task += 1) {
    for (const other of rowOf(apart, task)) setBit(pairs, task, other);
    for (const group of rowOf(groupsOf, task)) {
      for (const other of rowOf(groups, group)) if (other !== task) setBit(pairs, task, other);
    }
  }
  return pairs;
}

/** Both directions of the transitive closure, each row the union of its predecessors' rows. O(precedences * size / 32). */
export function orderedPairs({ size, before, after, order }: Pick<Problem, 'size' | 'before' | 'after' | 'order'>): BitRows {
  const pairs = bitRows(size);
  for (const task of order) inherit(pairs, task, rowOf(before, task));
  const later = bitRows(size);
  for (const task of order.slice().reverse()) inherit(later, task, rowOf(after, task));
  unite(pairs.words, later.words);
  return pairs;
}

function inherit(pairs: BitRows, task: number, from: Int32Array): void {
  for (const direct of from) {
    setBit(pairs, task, direct);
    unite(bitRow(pairs, task), bitRow(pairs, direct));
  }
}
