import { at } from '../at.js';
import type { Assignment, Instance } from './instance.js';

/**
 * The same waves, renumbered: the wave of the most preferred task comes as early as those it waits for allow, then that of the
 * next, and so on. Empty waves go. O(waves^2 + precedences).
 */
export function orderWaves(instance: Instance, waveOf: Assignment): Assignment {
  const waitsFor = waitingWaves(instance, waveOf);
  const byPreference = [...waitsFor.keys()];
  const numberOf = new Map<number, number>();
  const place = (wave: number): void => {
    if (numberOf.has(wave)) return;
    const before = waitsFor.get(wave) ?? new Set<number>();
    for (const one of byPreference.filter((other) => before.has(other))) place(one);
    numberOf.set(wave, numberOf.size);
  };
  for (const wave of byPreference) place(wave);
  return waveOf.map((wave) => numberOf.get(wave) ?? wave);
}

/** Waves in the order of their most preferred tasks, each with those it directly waits for. */
function waitingWaves({ preferred, before }: Instance, waveOf: Assignment): ReadonlyMap<number, ReadonlySet<number>> {
  const waitsFor = new Map<number, Set<number>>();
  for (const task of preferred) {
    const wave = at(waveOf, task);
    const mine = waitsFor.get(wave) ?? new Set<number>();
    for (const one of at(before, task)) mine.add(at(waveOf, one));
    waitsFor.set(wave, mine);
  }
  return waitsFor;
}
