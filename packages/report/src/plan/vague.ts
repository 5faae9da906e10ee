import type { Plan, TaskId, VagueQuestion } from '@breakwater/model';

/** A question the plan asks, and about which task. */
export interface Question extends VagueQuestion {
  readonly task: TaskId;
}

/** The questions of a plan, in its order. */
export function questionsOf(plan: Plan): readonly Question[] {
  return plan.diagnostics.flatMap(({ code, task, question }) =>
    code === 'Q_VAGUE' && task !== undefined && question !== undefined ? [{ ...question, task }] : [],
  );
}
