import type { Guess } from './guess.js';
import type { PairSignalGroup } from './pair-signal-group.js';

/** Whether both are at work in the same place: by expectation, by the scopes of their prefixes, by what the author declared. */
export const sharedPlaceSignals: PairSignalGroup = {
  names: ['sameProject', 'sameFolder', 'prefixes', 'declaredScopes', 'scopesShared', 'sharedScopeSize', 'sharedScopeHeat'],
  measure: (a, b) => [common(a.projects, b.projects), common(a.folders, b.folders), prefixes(a, b), ...declaredScopes(a, b)],
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

/**
 * Nothing unless both declare a scope. Else whether they have a project in common (1 or -1), the share of all their projects that
 * are, and how many files those hold and how often they change: two tasks in a small, busy project meet sooner.
 */
function declaredScopes({ view, declared: one }: Guess, { declared: other }: Guess): readonly number[] {
  if (one === undefined || other === undefined) return [0, 0, 0, 0];
  const { projects } = view.ground.files;
  const shared = [...one].filter((project) => other.has(project));
  const all = one.size + other.size - shared.length;
  const sum = (numbers: ArrayLike<number>): number => shared.reduce((all, project) => all + (numbers[project] ?? 0), 0);
  return [
    shared.length > 0 ? 1 : -1,
    shared.length / Math.max(1, all),
    Math.log1p(sum(projects.sizes)),
    Math.log1p(sum(view.ground.heat.projects)),
  ];
}
