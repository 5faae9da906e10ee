import type { Pool } from '../../resource-pools.js';
import type { ConflictRule, FoundConflict, RuleInput } from './conflict-rule.js';

/** Two tasks that together need more of a resource than there is. Three that only together need too much are the schedule's business. */
export const resource: ConflictRule = { name: 'resource', find };

function* find({ pools }: RuleInput): Generator<FoundConflict> {
  for (const pool of pools) yield* pairsBeyond(pool);
}

function* pairsBeyond({ name, capacity, users }: Pool): Generator<FoundConflict> {
  for (const [n, first] of users.entries()) {
    for (const second of users.slice(n + 1)) {
      if (first.amount + second.amount <= capacity) continue;
      yield { between: [first.task, second.task], reason: { kind: 'resource', resource: name, capacity } };
    }
  }
}
