import { intersectGlobs } from '@breakwater/glob';
import type { ConflictReason } from '@breakwater/model';
import { at } from '../../at.js';
import { pairAt } from '../../pair-table.js';
import type { ConflictRule, FoundConflict, RuleInput } from './conflict-rule.js';
import { type DeclaredWriter, declaredWriters } from './declared-writer.js';
import { neighboursByFolder } from './neighbours-by-folder.js';

/** Two tasks whose declared globs have a path in common, be there a file yet or not. */
export const writeWrite: ConflictRule = { name: 'write-write', find };

function* find({ tasks, touchSets, hubs, graph }: RuleInput): Generator<FoundConflict> {
  const writers = declaredWriters(tasks, touchSets, hubs);
  for (const [m, n] of neighboursByFolder(writers.map(({ globs }) => globs))) {
    const [a, b] = [at(writers, m), at(writers, n)];
    if (pairAt(graph.ordered, a.task, b.task) === 1) continue;
    const witness = intersectGlobs(a.globs, b.globs);
    if (witness !== undefined) yield { between: [a.task, b.task], reason: nameFile(a, b, witness) };
  }
}

/** A file says more than a path that no one will ever write: the likeliest existing one, else one to be created, else the witness. */
function nameFile(a: DeclaredWriter, b: DeclaredWriter, witness: string): ConflictReason {
  const candidates = new Map<string, number>();
  for (const { path, p } of [...a.files, ...b.files]) candidates.set(path, (candidates.get(path) ?? 0) + p);
  const [best] = [...candidates]
    .filter(([path]) => a.globs.matches(path) && b.globs.matches(path))
    .map(([path, weight]) => ({ path, weight, exists: !a.creates.has(path) && !b.creates.has(path) }))
    .sort(
      (one, other) => Number(other.exists) - Number(one.exists) || other.weight - one.weight || (one.path < other.path ? -1 : 1),
    );
  const path = best?.path ?? witness;
  return best?.exists === true ? { kind: 'write-write', path } : { kind: 'write-write', path, witness: true };
}
