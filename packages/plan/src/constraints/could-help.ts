import type { Conflict, Constraint, Plan, TaskId, WaveReason } from '@breakwater/model';
import { pairsOrderedBy } from './order-apart.js';

/**
 * Says of a plan's constraints whether it may have fewer waves without one. While what proves the number of waves stands without it, it cannot; this
 * spares searching for what cannot be found. A plan whose number is not proved may always have fewer.
 */
export function couldHelp(plan: Plan): (constraint: Constraint) => boolean {
  const { waves, lowerBound, reason } = plan.forecast;
  if (reason === undefined || waves > lowerBound) return () => true;
  const around = 'before' in reason && reason.before + reason.behind > 0;
  const inside = new Set(reason.tasks);
  return (constraint) => (around && constraint.kind === 'order') || breaks(plan, constraint, { reason, inside });
}

interface Proof {
  readonly reason: WaveReason;
  readonly inside: ReadonlySet<TaskId>;
}

function breaks(plan: Plan, constraint: Constraint, { reason, inside }: Proof): boolean {
  switch (reason.kind) {
    case 'chain':
      return constraint.kind === 'order' && inside.has(constraint.before) && inside.has(constraint.after);
    case 'concurrency':
      return constraint.kind === 'concurrency';
    case 'resource':
      if (constraint.kind === 'task') return inside.has(constraint.task);
      return constraint.kind === 'resource' && constraint.resource === reason.resource;
    case 'apart':
      return pairsOf(plan, constraint).some(([a, b]) => inside.has(a) && inside.has(b));
    case 'alone':
      return constraint.kind === 'concurrency' || pairsOf(plan, constraint).some((pair) => pair.some((id) => inside.has(id)));
  }
}

/** The pairs that a constraint, perhaps with others, keeps out of one wave. */
function pairsOf(plan: Plan, constraint: Constraint): readonly (readonly [TaskId, TaskId])[] {
  const pairs = (isOne: (conflict: Conflict) => boolean) => plan.conflicts.filter(isOne).map(({ between }) => between);
  const because = (isWhy: (reason: Conflict['reasons'][number]) => boolean) => pairs(({ reasons }) => reasons.some(isWhy));
  switch (constraint.kind) {
    case 'pair':
      return [constraint.between];
    case 'order':
      return pairsOrderedBy(plan, constraint);
    case 'file':
      return because((reason) => 'path' in reason && reason.path === constraint.path);
    case 'resource':
      return because((reason) => reason.kind === 'resource' && reason.resource === constraint.resource);
    case 'concurrency':
      return [];
    default:
      return pairs(({ between }) => between.includes(constraint.task));
  }
}
