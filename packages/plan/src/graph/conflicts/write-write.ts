import { at } from '../../at.js';
import { hasBit } from '../../schedule/bit-rows.js';
import { commonPath } from './common-path.js';
import type { ConflictRule, FoundConflict, RuleInput } from './conflict-rule.js';
import { declaredWriters } from './declared-writer.js';
import { mayMeet } from './may-meet.js';

/** Two tasks whose declared globs have a path in common, be there a file yet or not. */
export const writeWrite: ConflictRule = { name: 'write-write', find };

function* find({ tasks, touchSets, hubs, graph }: RuleInput): Generator<FoundConflict> {
  const writers = declaredWriters(tasks, touchSets, hubs);
  for (const [m, n] of mayMeet(writers)) {
    const [a, b] = [at(writers, m), at(writers, n)];
    if (hasBit(graph.ordered, a.task, b.task)) continue;
    const common = commonPath(a, b);
    if (common === undefined) continue;
    const reason = { kind: 'write-write' as const, path: common.path };
    yield { between: [a.task, b.task], reason: common.exists ? reason : { ...reason, witness: true } };
  }
}
