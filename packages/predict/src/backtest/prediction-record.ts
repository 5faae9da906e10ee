import type { PredictionRecord, RunState, TaskRun, Work } from '@breakwater/model';

/** Predicted against actual over runs, for tasks that left work; undefined when no task has yet. */
export function predictionRecord(runs: readonly RunState[]): PredictionRecord | undefined {
  const works = runs.map(({ tasks }) => tasks.flatMap(workOf)).filter((own) => own.length > 0);
  const all = works.flat();
  if (all.length === 0) return undefined;
  const changed = sum(all, ({ changes }) => changes.length);
  const missed = sum(all, ({ drift }) => drift.unpredicted.length);
  return { runs: works.length, tasks: all.length, changed, foreseen: changed - missed };
}

function workOf({ state }: TaskRun): readonly Work[] {
  return 'work' in state && state.work !== undefined ? [state.work] : [];
}

function sum(works: readonly Work[], figure: (work: Work) => number): number {
  return works.reduce((total, work) => total + figure(work), 0);
}
