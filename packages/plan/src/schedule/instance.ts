import type { PairTable } from '../pair-table.js';

/** A scheduling problem in numbers. Tasks are their places in the list; every session counts as one wave long. */
export interface Instance {
  readonly size: number;
  /** Tasks in one wave, at most. */
  readonly concurrency: number;
  /** Direct predecessors by task. */
  readonly before: readonly (readonly number[])[];
  /** Direct successors by task. */
  readonly after: readonly (readonly number[])[];
  /** Every task after its predecessors. */
  readonly order: readonly number[];
  /** 1 for pairs that may not share a wave: in conflict, or ordered by precedence however far apart. */
  readonly apart: PairTable;
  /** Risk in ten-thousandths. */
  readonly risk: PairTable;
  /** By task: what it takes from which pool. */
  readonly needs: readonly (readonly Need[])[];
  /** By pool. */
  readonly capacities: readonly number[];
  /** Tasks in the order that settles ties: earlier ones should come first. */
  readonly preferred: readonly number[];
}

export interface Need {
  readonly pool: number;
  readonly amount: number;
}

/** The wave of each task, from 0. */
export type Assignment = Int32Array<ArrayBuffer>;

/** The same problem with time running backwards. */
export function reversed(instance: Instance): Instance {
  return { ...instance, before: instance.after, after: instance.before, order: [...instance.order].reverse() };
}

export function waveCount(waveOf: Assignment): number {
  let last = -1;
  for (const wave of waveOf) if (wave > last) last = wave;
  return last + 1;
}
