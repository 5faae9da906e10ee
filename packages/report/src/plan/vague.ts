import type { Plan, TaskId, VagueQuestion } from '@breakwater/model';

/** A question the plan asks, and about which task. */
export interface Question extends VagueQuestion {
  readonly task: TaskId;
}

/** The questions to put to the author: a sweep is about all projects, and is warned about instead. */
export function askedOf(plan: Plan): readonly Question[] {
  return questionsOf(plan).filter(({ task }) => !isSweep(plan, task));
}

export function isSweep({ diagnostics }: Plan, task: TaskId): boolean {
  return diagnostics.some((note) => note.code === 'Q_SWEEP' && note.task === task);
}

/** The tasks of a plan whose files are a guess, and what could be asked, in its order. */
export function questionsOf(plan: Plan): readonly Question[] {
  return plan.diagnostics.flatMap(({ code, task, question }) =>
    code === 'Q_VAGUE' && task !== undefined && question !== undefined ? [{ ...question, task }] : [],
  );
}
