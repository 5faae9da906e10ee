import type { GlobSet } from '@breakwater/glob';
import { at } from '../../at.js';
import { hasBit } from '../../schedule/bit-rows.js';
import { commonPath } from './common-path.js';
import type { ConflictRule, FoundConflict, RuleInput } from './conflict-rule.js';
import { declaredWriters } from './declared-writer.js';
import { mayMeet } from './may-meet.js';
import { sharedPattern } from './shared-pattern.js';

/** Two tasks whose declared globs have a path in common, be there a file yet or not. */
export const writeWrite: ConflictRule = { name: 'write-write', find };

/** Comparisons for all pairs together: some seconds. Beyond it pairs of patterns made to hurt count as meeting. */
const ALLOWANCE = 30_000_000;

function* find({ tasks, touchSets, hubs, graph }: RuleInput): Generator<FoundConflict> {
  const purse = { left: ALLOWANCE };
  const known = new Map<string, GlobSet>();
  const writers = declaredWriters(tasks, touchSets, hubs);
  for (const [m, n] of mayMeet(writers)) {
    const [a, b] = [at(writers, m), at(writers, n)];
    if (hasBit(graph.ordered, a.task, b.task)) continue;
    const common = commonPath(a, b, purse);
    if (common === undefined) continue;
    const { path, exists, invented } = common;
    yield {
      between: [a.task, b.task],
      reason: {
        ...{ kind: 'write-write', path },
        ...(exists ? {} : { witness: true }),
        ...(invented ? { shared: sharedPattern(a, b, path, known) } : {}),
      },
    };
  }
}
