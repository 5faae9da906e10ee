import { type Conflict, type ConflictReason, type Constraint, type Plan, type TaskId, unreachable } from '@breakwater/model';
import { orderApart } from './order-apart.js';

/** The plan's document as if it had one constraint less; its waves are those of before. `covered`: conflicts of pairs that are ordered. */
export function without(plan: Plan, constraint: Constraint, covered: readonly Conflict[]): Plan {
  switch (constraint.kind) {
    case 'pair':
      return freed(plan, ({ kind }, between) => OVERLAP.has(kind) && samePair(between, constraint.between));
    case 'file':
      return freed(plan, (reason) => 'path' in reason && reason.path === constraint.path);
    case 'resource':
      return withoutResource(plan, constraint.resource);
    case 'exclusive':
      return reasonsLess(plan, (reason) => reason.kind === 'exclusive' && reason.task === constraint.task);
    case 'order':
      return orderApart(plan, constraint, covered);
    case 'vague':
      return guessedNoMore(plan, constraint.task);
    case 'task':
      return besideAny(plan, constraint.task);
    case 'concurrency':
      return { ...plan, concurrency: constraint.sessions + 1 };
    default:
      return unreachable(constraint);
  }
}

type IsGone = (reason: ConflictReason, between: Pair['between']) => boolean;

/** What its author may say of one pair; who runs alone does so beside everybody. */
const OVERLAP: ReadonlySet<ConflictReason['kind']> = new Set(['write-write', 'risk']);

type Pair = { readonly between: readonly [TaskId, TaskId] };

function samePair(one: Pair['between'], other: Pair['between']): boolean {
  return one.every((id) => other.includes(id));
}

function apartNoMore(plan: Plan, isFreed: (pair: Pair) => boolean): Plan {
  return { ...plan, conflicts: plan.conflicts.filter((one) => !isFreed(one)), risks: plan.risks.filter((one) => !isFreed(one)) };
}

function besideAny(plan: Plan, id: TaskId): Plan {
  const tasks = plan.tasks.map((task) => (task.id === id ? { ...task, resources: [] } : task));
  return apartNoMore({ ...plan, tasks }, ({ between }) => between.includes(id));
}

/** Pairs stay apart while another reason keeps them so. What they risk beside each other stays. */
function reasonsLess(plan: Plan, isGone: IsGone): Plan {
  const conflicts = plan.conflicts
    .map((one): Conflict => ({ ...one, reasons: one.reasons.filter((reason) => !isGone(reason, one.between)) }))
    .filter(({ reasons }) => reasons.length > 0);
  return { ...plan, conflicts };
}

/** The same, and pairs that nothing keeps apart any more risk nothing. */
function freed(plan: Plan, isGone: IsGone): Plan {
  const less = reasonsLess(plan, isGone);
  const kept = new Set(less.conflicts.map(keyOf));
  const free = new Set(plan.conflicts.map(keyOf).filter((key) => !kept.has(key)));
  return { ...less, risks: plan.risks.filter((one) => !free.has(keyOf(one))) };
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
