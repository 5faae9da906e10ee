import type { Guess } from './guess.js';
import { logOdds, type PairSignalGroup } from './pair-signal-group.js';

/**
 * Whether both are at work in the same place, by expectation and by the scopes of their prefixes; how often changes of that place
 * meet; and whether any file will be written by both, inside of projects and outside of them, where files are everybody's.
 */
export const sharedPlaceSignals: PairSignalGroup = {
  names: ['sameProject', 'sameFolder', 'prefixes', 'projectRate', 'insideProjects', 'outsideProjects'],
  measure: (a, b) => [
    common(a.projects, b.projects, () => 1),
    common(a.folders, b.folders, () => 1),
    prefixes(a, b),
    common(a.projects, b.projects, (project) => a.view.ground.projectRates[project] ?? 0),
    ...overlaps(a, b),
  ],
};

type Shares = ReadonlyMap<number, number>;

/** The probability that one expected file of each lies in the same group, groups weighed. */
function common(a: Shares, b: Shares, weight: (group: number) => number): number {
  let sum = 0;
  for (const [group, share] of a) sum += share * (b.get(group) ?? 0) * weight(group);
  return sum;
}

/** 1 for the same scope, -1 for two, 0 when one names none. */
function prefixes({ view: a }: Guess, { view: b }: Guess): number {
  if (a.scope === '' || b.scope === '') return 0;
  return a.scope === b.scope ? 1 : -1;
}

/** The project of the root holds what no other does. */
function overlaps({ view, files }: Guess, { of }: Guess): readonly [number, number] {
  const { projects, projectAt } = view.ground.files;
  const none = { inside: 0, outside: 0 };
  for (const { file, p } of files) {
    const other = of.get(file);
    if (other === undefined) continue;
    const root = projectAt[projects.of[file] ?? 0]?.root ?? '';
    none[root === '' ? 'outside' : 'inside'] += Math.log1p(-Math.min(0.9999, p * other));
  }
  return [logOdds(-Math.expm1(none.inside)), logOdds(-Math.expm1(none.outside))];
}
