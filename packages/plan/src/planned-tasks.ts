import type { PlannedTask, Precedence, Task, TaskId, Touch, TouchSet } from '@breakwater/model';
import { at } from './at.js';
import { roundProbability } from './risk-units.js';
import type { Assignment } from './schedule/arrangement.js';

/** Files shown for one task. */
const MOST_WRITES = 60;

interface Findings {
  readonly touchSets: readonly TouchSet[];
  readonly precedences: readonly Precedence[];
  readonly waveOf: Assignment;
}

/** The tasks as the document shows them, in list order. */
export function plannedTasks(tasks: readonly Task[], { touchSets, precedences, waveOf }: Findings): readonly PlannedTask[] {
  const before = new Map<TaskId, TaskId[]>(tasks.map(({ id }) => [id, []]));
  for (const one of precedences) before.get(one.after)?.push(one.before);
  const setOf = new Map(touchSets.map((set) => [set.task, set]));
  return tasks.map((task, number) => {
    const touches = setOf.get(task.id);
    const writes = inOrder(touches?.writes ?? []).slice(0, MOST_WRITES);
    const kept = new Set(writes.map(({ path }) => path));
    return {
      id: task.id,
      wave: at(waveOf, number) + 1,
      after: before.get(task.id) ?? [],
      writes,
      reads: inOrder(touches?.reads ?? []),
      creates: [...(touches?.creates ?? [])].filter((path) => kept.has(path)).sort(),
      scope: [...(touches?.scope ?? [])],
      resources: task.resources.map(({ name, amount }) => ({ name, amount })),
    };
  });
}

/** Rebuilt field by field: the document's key order does not depend on who made the touch. */
function inOrder(touches: readonly Touch[]): readonly Touch[] {
  return touches
    .map(({ path, p, confidence, evidence }) => ({
      path,
      p: roundProbability(p),
      confidence,
      evidence: evidence.map(({ source, detail }) => ({ source, detail })),
    }))
    .sort((a, b) => b.p - a.p || (a.path < b.path ? -1 : 1));
}
