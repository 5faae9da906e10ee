import type { Conflict, Plan, PlannedTask, TaskId } from '@breakwater/model';

/**
 * The plan without one task waiting for another. The document lists no conflict of pairs that are ordered, so what the order kept apart
 * is looked up in what they are expected to write: freed of the order, those would still not share a wave.
 */
export function orderApart(plan: Plan, before: TaskId, after: TaskId): Plan {
  const precedences = plan.precedences.filter((one) => one.before !== before || one.after !== after);
  const earlier = reach(before, (id) => precedences.flatMap((one) => (one.after === id ? [one.before] : [])));
  const later = reach(after, (id) => precedences.flatMap((one) => (one.before === id ? [one.after] : [])));
  const taskOf = new Map(plan.tasks.map((task) => [task.id, task]));
  const met = earlier.flatMap((a) => later.flatMap((b) => meetingOf(taskOf.get(a), taskOf.get(b), plan.threshold)));
  return { ...plan, precedences, conflicts: [...plan.conflicts, ...met] };
}

function reach(from: TaskId, next: (id: TaskId) => readonly TaskId[]): readonly TaskId[] {
  const found = new Set([from]);
  for (const id of found) for (const one of next(id)) found.add(one);
  return [...found];
}

function meetingOf(a: PlannedTask | undefined, b: PlannedTask | undefined, threshold: number): readonly Conflict[] {
  if (a === undefined || b === undefined) return [];
  const likely = new Set<string>(a.writes.filter(({ p }) => p >= threshold).map(({ path }) => path));
  const path = b.writes.find((touch) => touch.p >= threshold && likely.has(touch.path))?.path;
  return path === undefined ? [] : [{ between: [a.id, b.id], reasons: [{ kind: 'write-write', path }] }];
}
