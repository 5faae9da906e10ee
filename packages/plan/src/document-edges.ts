import type { Conflict, PairRisk, PlanNote, Task, TaskId } from '@breakwater/model';
import { at } from './at.js';
import type { NumberedConflict } from './graph/find-conflicts.js';
import type { NumberedRisk } from './risk-table.js';
import { fromUnits } from './risk-units.js';

/** Pairs below this are not shown. */
const LEAST_RISK = 0.001;

export function documentConflicts(tasks: readonly Task[], conflicts: readonly NumberedConflict[]): readonly Conflict[] {
  return conflicts.map(({ between, reasons }) => ({ between: idsOf(tasks, between), reasons }));
}

/** Highest first, then by first and second task. */
export function documentRisks(tasks: readonly Task[], risks: readonly NumberedRisk[]): readonly PairRisk[] {
  return risks
    .filter(({ units }) => fromUnits(units) >= LEAST_RISK)
    .sort((a, b) => b.units - a.units)
    .map(({ between, units, path }) => {
      const risk = { between: idsOf(tasks, between), p: fromUnits(units) };
      return path === undefined ? risk : { ...risk, path };
    });
}

export function documentNotes(notes: readonly PlanNote[]): readonly PlanNote[] {
  return notes.map(({ code, message, task, question }) => ({
    code,
    message,
    ...(task === undefined ? {} : { task }),
    ...(question === undefined ? {} : { question }),
  }));
}

function idsOf(tasks: readonly Task[], [a, b]: readonly [number, number]): readonly [TaskId, TaskId] {
  return [at(tasks, a).id, at(tasks, b).id];
}
