import type { Conflict, Plan, TaskId } from '@breakwater/model';

/**
 * The plan without one task waiting for another. The document lists no conflict of pairs that are ordered, so what the order kept apart
 * is looked up in who runs alone and in what they are expected to write: freed of the order, those would still not share a wave.
 */
export function orderApart(plan: Plan, before: TaskId, after: TaskId): Plan {
  const precedences = plan.precedences.filter((one) => one.before !== before || one.after !== after);
  const alone = new Set(
    plan.conflicts.flatMap(({ reasons }) => reasons.flatMap((one) => (one.kind === 'exclusive' ? [one.task] : []))),
  );
  const met = pairsOrderedBy({ ...plan, precedences }, before, after).flatMap((pair) => meetingOf(plan, pair, alone));
  return { ...plan, precedences, conflicts: [...plan.conflicts, ...met] };
}

type Pair = readonly [TaskId, TaskId];

/** Every pair that one step puts in order: what leads to its first task with what follows its second. */
export function pairsOrderedBy({ precedences }: Plan, before: TaskId, after: TaskId): readonly Pair[] {
  const earlier = reach(before, (id) => precedences.flatMap((one) => (one.after === id ? [one.before] : [])));
  const later = reach(after, (id) => precedences.flatMap((one) => (one.before === id ? [one.after] : [])));
  return earlier.flatMap((a) => later.map((b): Pair => [a, b]));
}

function reach(from: TaskId, next: (id: TaskId) => readonly TaskId[]): readonly TaskId[] {
  const found = new Set([from]);
  for (const id of found) for (const one of next(id)) found.add(one);
  return [...found];
}

function meetingOf({ tasks, threshold }: Plan, between: Pair, alone: ReadonlySet<TaskId>): readonly Conflict[] {
  const task = between.find((id) => alone.has(id));
  if (task !== undefined) return [{ between, reasons: [{ kind: 'exclusive', task }] }];
  const [a = [], b = []] = between.map((id) => tasks.find((one) => one.id === id)?.writes.filter(({ p }) => p >= threshold));
  const path = a.find((touch) => b.some((other) => other.path === touch.path))?.path;
  return path === undefined ? [] : [{ between, reasons: [{ kind: 'write-write', path }] }];
}
