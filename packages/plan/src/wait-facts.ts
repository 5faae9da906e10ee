import type { Plan, PlannedTask, TaskId } from '@breakwater/model';

/** The plan as the question "why not earlier?" needs it. */
export interface WaitFacts {
  readonly plan: Plan;
  readonly tasks: ReadonlyMap<TaskId, PlannedTask>;
  readonly exclusive: ReadonlySet<TaskId>;
  readonly vague: ReadonlySet<TaskId | undefined>;
  /** By task: those it may not be beside, and whether only by predicted risk. */
  readonly apart: ReadonlyMap<TaskId, ReadonlyMap<TaskId, 'hard' | 'soft'>>;
  /** By task: those it shares some risk with. */
  readonly risky: ReadonlyMap<TaskId, ReadonlyMap<TaskId, number>>;
}

export function gatherWaitFacts(plan: Plan): WaitFacts {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const vague = new Set(plan.diagnostics.filter(({ code }) => code === 'Q_VAGUE').map(({ task }) => task));
  const reasons = plan.conflicts.flatMap((conflict) => conflict.reasons);
  const exclusive = new Set(reasons.flatMap((reason) => (reason.kind === 'exclusive' ? [reason.task] : [])));
  const apart = neighbours(
    plan.conflicts.map((conflict) => ({
      between: conflict.between,
      value: conflict.reasons.some(({ kind }) => kind !== 'risk') ? ('hard' as const) : ('soft' as const),
    })),
  );
  return { plan, tasks, exclusive, vague, apart, risky: neighbours(plan.risks.map(({ between, p }) => ({ between, value: p }))) };
}

function neighbours<Value>(
  pairs: readonly { readonly between: readonly [TaskId, TaskId]; readonly value: Value }[],
): ReadonlyMap<TaskId, ReadonlyMap<TaskId, Value>> {
  const found = new Map<TaskId, Map<TaskId, Value>>();
  for (const { between, value } of pairs) {
    for (const [one, other] of [between, [between[1], between[0]] as const]) {
      found.set(one, (found.get(one) ?? new Map<TaskId, Value>()).set(other, value));
    }
  }
  return found;
}
