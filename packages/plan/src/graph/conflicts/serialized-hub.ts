import { namedByAny } from '@breakwater/glob';
import { LIKELY, type RepoPath, type TouchSet } from '@breakwater/model';
import type { ConflictRule, FoundConflict, RuleInput } from './conflict-rule.js';

/** Two tasks that will likely write a hub whose rule says `serialize`, even when neither declares it. */
export const serializedHub: ConflictRule = { name: 'serialized hub', find };

function* find({ touchSets, hubs, graph }: RuleInput): Generator<FoundConflict> {
  const serialized = hubs.filter(({ policy }) => policy === 'serialize');
  if (serialized.length === 0) return;
  const isHub = namedByAny(serialized);
  const writers = new Map<RepoPath, number[]>();
  for (const set of touchSets) {
    const number = graph.numberOf.get(set.task);
    if (number === undefined) continue;
    for (const path of likelyHubs(set, isHub)) writers.set(path, [...(writers.get(path) ?? []), number]);
  }
  for (const path of [...writers.keys()].sort()) yield* pairsOn(path, writers.get(path) ?? []);
}

function likelyHubs({ writes }: TouchSet, isHub: (path: string) => boolean): readonly RepoPath[] {
  return writes.filter(({ path, p }) => p >= LIKELY && isHub(path)).map(({ path }) => path);
}

function* pairsOn(path: RepoPath, writers: readonly number[]): Generator<FoundConflict> {
  const inOrder = [...writers].sort((a, b) => a - b);
  for (const [n, first] of inOrder.entries()) {
    for (const second of inOrder.slice(n + 1)) yield { between: [first, second], reason: { kind: 'write-write', path } };
  }
}
