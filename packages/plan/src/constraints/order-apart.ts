import type { Conflict, Plan, TaskId } from '@breakwater/model';

/**
 * The plan without one task waiting for another. The document lists no conflict of pairs that are ordered; those the order kept apart
 * are taken from `covered`: freed of it, they would still not share a wave.
 */
export function orderApart(plan: Plan, { before, after }: Step, covered: readonly Conflict[]): Plan {
  const precedences = plan.precedences.filter((one) => one.before !== before || one.after !== after);
  const [earlier, later] = [new Set(reach(plan, before, 'before')), new Set(reach(plan, after, 'after'))];
  const freed = covered.filter(({ between: [a, b] }) => (earlier.has(a) && later.has(b)) || (earlier.has(b) && later.has(a)));
  return { ...plan, precedences, conflicts: [...plan.conflicts, ...freed] };
}

interface Step {
  readonly before: TaskId;
  readonly after: TaskId;
}

type Pair = readonly [TaskId, TaskId];

/** Every pair that one step puts in order: what leads to its first task with what follows its second. */
export function pairsOrderedBy(plan: Plan, { before, after }: Step): readonly Pair[] {
  const later = reach(plan, after, 'after');
  return reach(plan, before, 'before').flatMap((a) => later.map((b): Pair => [a, b]));
}

/** A task and all that come before it, or after it. */
function reach({ precedences }: Plan, from: TaskId, side: 'before' | 'after'): readonly TaskId[] {
  const other = side === 'before' ? 'after' : 'before';
  const next = new Map<TaskId, TaskId[]>();
  for (const one of precedences) next.set(one[other], [...(next.get(one[other]) ?? []), one[side]]);
  const found = new Set([from]);
  for (const id of found) for (const one of next.get(id) ?? []) found.add(one);
  return [...found];
}
