import type { Assignment } from './arrangement.js';
import type { Problem } from './problem.js';
import { int, rowOf } from './rows.js';

/**
 * The same waves, renumbered: the wave of the most preferred task comes as early as those it waits for allow, then that of the
 * next, and so on. Empty waves go. O(tasks + precedences * log waves).
 */
export function orderWaves(problem: Problem, waveOf: Assignment): Assignment {
  const { waitsFor, rank } = waitingWaves(problem, waveOf);
  const numberOf = new Map<number, number>();
  const place = (wave: number): void => {
    if (numberOf.has(wave)) return;
    const before = [...(waitsFor.get(wave) ?? [])].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    for (const one of before) place(one);
    numberOf.set(wave, numberOf.size);
  };
  for (const wave of waitsFor.keys()) place(wave);
  return waveOf.map((wave) => numberOf.get(wave) ?? wave);
}

interface WaitingWaves {
  /** In the order of the waves' most preferred tasks. */
  readonly waitsFor: ReadonlyMap<number, ReadonlySet<number>>;
  readonly rank: ReadonlyMap<number, number>;
}

function waitingWaves({ preferred, before }: Problem, waveOf: Assignment): WaitingWaves {
  const waitsFor = new Map<number, Set<number>>();
  const rank = new Map<number, number>();
  for (const task of preferred) {
    const wave = int(waveOf, task);
    const mine = waitsFor.get(wave) ?? new Set<number>();
    for (const one of rowOf(before, task)) mine.add(int(waveOf, one));
    waitsFor.set(wave, mine);
    if (!rank.has(wave)) rank.set(wave, rank.size);
  }
  return { waitsFor, rank };
}
