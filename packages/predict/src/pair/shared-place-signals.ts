import type { Guess } from './guess.js';
import type { PairSignalGroup } from './pair-signal-group.js';

/** Whether both are at work in the same place: by expectation, by the scopes of their prefixes, by what the author declared. */
export const sharedPlaceSignals: PairSignalGroup = {
  names: ['sameProject', 'sameFolder', 'prefixes', 'declaredScopes'],
  measure: (a, b) => [common(a.projects, b.projects), common(a.folders, b.folders), prefixes(a, b), declaredScopes(a, b)],
};

/** The probability that one expected file of each lies in the same group. */
function common(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [group, share] of a) sum += share * (b.get(group) ?? 0);
  return sum;
}

/** 1 for the same scope, -1 for two, 0 when one names none. */
function prefixes({ view: a }: Guess, { view: b }: Guess): number {
  if (a.scope === '' || b.scope === '') return 0;
  return a.scope === b.scope ? 1 : -1;
}

/** 1 when the declared scopes have a project in common, -1 when not, 0 unless both declare one. */
function declaredScopes({ view: a }: Guess, { view: b }: Guess): number {
  const [one, other] = [a.reading.scope, b.reading.scope];
  if (!one.declared || !other.declared) return 0;
  return one.names.some((name) => other.names.includes(name)) ? 1 : -1;
}
