import { at } from '../at.js';
import type { Assignment, Instance } from './instance.js';

/**
 * The same waves, renumbered: of those that wait for no later one, always the one with the most preferred task comes next.
 * Empty waves go. O(waves^2 + precedences).
 */
export function orderWaves(instance: Instance, waveOf: Assignment): Assignment {
  const open = new Map<number, Set<number>>();
  for (const task of instance.preferred) {
    const wave = at(waveOf, task);
    const waitsFor = open.get(wave) ?? new Set<number>();
    for (const before of at(instance.before, task)) waitsFor.add(at(waveOf, before));
    open.set(wave, waitsFor);
  }
  const numberOf = new Map<number, number>();
  while (open.size > 0) {
    const next = firstReady(open, numberOf);
    numberOf.set(next, numberOf.size);
    open.delete(next);
  }
  return waveOf.map((wave) => numberOf.get(wave) ?? wave);
}

/** The map holds waves in the order of their most preferred tasks. */
function firstReady(open: ReadonlyMap<number, ReadonlySet<number>>, done: ReadonlyMap<number, number>): number {
  for (const [wave, waitsFor] of open) if ([...waitsFor].every((one) => done.has(one))) return wave;
  throw new Error('Internal error: waves wait for each other');
}
