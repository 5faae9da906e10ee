import type { Guess } from './guess.js';
import type { PairSignalGroup } from './pair-signal-group.js';

/** What it says of a pair that its authors declared where its tasks are at work. */
export const declaredScopeSignals: PairSignalGroup = {
  names: ['declared', 'declaredScopes', 'scopesShared', 'sharedScopeSize', 'sharedScopeHeat', 'sharedScopeRate', 'insideScope'],
  measure: (a, b) => {
    const [one, other] = [a.declared, b.declared];
    const declared = Number(one !== undefined) + Number(other !== undefined);
    const shared = one === undefined || other === undefined ? UNTOLD : sharedScopes(a, one, other);
    return [declared, ...shared, insideScope(a, b)];
  },
};

const UNTOLD = [0, 0, 0, 0, -1];

/**
 * Whether they have a project in common (1 or -1), the share of all their projects that are, how many files those hold and how often
 * they change, and how often changes of them meet: two tasks in a small, busy project meet sooner.
 */
function sharedScopes({ view: { ground } }: Guess, one: ReadonlySet<number>, other: ReadonlySet<number>): readonly number[] {
  const shared = [...one].filter((project) => other.has(project));
  const all = one.size + other.size - shared.length;
  const sum = (numbers: ArrayLike<number>): number => shared.reduce((sum, project) => sum + (numbers[project] ?? 0), 0);
  return [
    shared.length > 0 ? 1 : -1,
    shared.length / Math.max(1, all),
    Math.log1p(sum(ground.files.projects.sizes)),
    Math.log1p(sum(ground.heat.projects)),
    1 - shared.reduce((none, project) => none * (1 - (ground.projectRates[project] ?? 0)), 1),
  ];
}

/** When only one declares a scope: the share of the other's expected files that lie in it; else -1. */
function insideScope(a: Guess, b: Guess): number {
  if ((a.declared === undefined) === (b.declared === undefined)) return -1;
  const [scope, { projects }] = a.declared === undefined ? [b.declared, a] : [a.declared, b];
  return [...(scope ?? [])].reduce((sum, project) => sum + (projects.get(project) ?? 0), 0);
}
