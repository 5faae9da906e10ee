import { type Conflict, type ConflictReason, type Constraint, type Plan, type TaskId, unreachable } from '@breakwater/model';
import { orderApart } from './order-apart.js';

/** The plan's document as if it had one constraint less; its waves are those of before. */
export function without(plan: Plan, constraint: Constraint): Plan {
  switch (constraint.kind) {
    case 'pair':
      return apartNoMore(plan, ({ between }) => samePair(between, constraint.between));
    case 'file':
      return reasonsLess(plan, (reason) => 'path' in reason && reason.path === constraint.path);
    case 'resource':
      return withoutResource(plan, constraint.resource);
    case 'exclusive':
      return reasonsLess(plan, (reason) => reason.kind === 'exclusive' && reason.task === constraint.task);
    case 'order':
      return orderApart(plan, constraint.before, constraint.after);
    case 'vague':
      return guessedNoMore(plan, constraint.task);
    case 'task':
      return apartNoMore(plan, ({ between }) => between.includes(constraint.task));
    case 'concurrency':
      return { ...plan, concurrency: constraint.sessions + 1 };
    default:
      return unreachable(constraint);
  }
}

type Pair = { readonly between: readonly [TaskId, TaskId] };

function samePair(one: Pair['between'], other: Pair['between']): boolean {
  return one.every((id) => other.includes(id));
}

function apartNoMore(plan: Plan, isFreed: (pair: Pair) => boolean): Plan {
  return { ...plan, conflicts: plan.conflicts.filter((one) => !isFreed(one)), risks: plan.risks.filter((one) => !isFreed(one)) };
}

/** Pairs stay apart while another reason keeps them so. */
function reasonsLess(plan: Plan, isGone: (reason: ConflictReason) => boolean): Plan {
  const conflicts = plan.conflicts
    .map((one): Conflict => ({ ...one, reasons: one.reasons.filter((reason) => !isGone(reason)) }))
    .filter(({ reasons }) => reasons.length > 0);
  const kept = new Set(conflicts.map(keyOf));
  const freed = new Set(plan.conflicts.map(keyOf).filter((key) => !kept.has(key)));
  return { ...plan, conflicts, risks: plan.risks.filter((one) => !freed.has(keyOf(one))) };
}

/** Of a pair in either direction. */
function keyOf({ between }: Pair): string {
  return [...between].sort().join(' ');
}

function withoutResource(plan: Plan, name: string): Plan {
  const tasks = plan.tasks.map((task) => ({ ...task, resources: task.resources.filter((need) => need.name !== name) }));
  return reasonsLess({ ...plan, tasks }, (reason) => reason.kind === 'resource' && reason.resource === name);
}

/** What an answer could free a vague task of: all that is only predicted of it. */
function guessedNoMore(plan: Plan, task: TaskId): Plan {
  const declared = (one: Conflict) => one.reasons.some(({ kind }) => kind !== 'risk');
  const conflicts = plan.conflicts.filter((one) => !one.between.includes(task) || declared(one));
  return { ...plan, conflicts, risks: plan.risks.filter(({ between }) => !between.includes(task)) };
}
