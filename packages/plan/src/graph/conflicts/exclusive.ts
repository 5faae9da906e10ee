import type { ConflictRule, FoundConflict, RuleInput } from './conflict-rule.js';

/** A task that asked to run alone stands apart from every other. */
export const exclusive: ConflictRule = { name: 'exclusive', find };

function* find({ tasks }: RuleInput): Generator<FoundConflict> {
  for (const [alone, task] of tasks.entries()) {
    if (!task.exclusive) continue;
    for (const other of tasks.keys()) {
      if (other === alone) continue;
      yield { between: [Math.min(alone, other), Math.max(alone, other)], reason: { kind: 'exclusive', task: task.id } };
    }
  }
}
