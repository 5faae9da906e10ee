import type { Plan, PlannedTask, TaskId, WaitReason } from '@breakwater/model';
import { gatherWaitFacts, type WaitFacts } from './wait-facts.js';

/**
 * Why each task is not in an earlier wave, the weightiest first; tasks of the first wave have no reasons. Derived from the document
 * alone. Between them the reasons speak for every earlier wave: those up to the last predecessor's need no other.
 */
export function waitReasons(plan: Plan): ReadonlyMap<TaskId, readonly WaitReason[]> {
  const facts = gatherWaitFacts(plan);
  return new Map(plan.tasks.map((task) => [task.id, task.wave === 1 ? [] : reasonsOf(facts, task)]));
}

const WEIGHT = ['exclusive', 'after', 'hard', 'vague', 'soft', 'full', 'longer'] as const;
type Weighed = { readonly weight: (typeof WEIGHT)[number]; readonly reason: WaitReason };

function reasonsOf(facts: WaitFacts, task: PlannedTask): readonly WaitReason[] {
  const lastBefore = Math.max(0, ...task.after.map((id) => facts.tasks.get(id)?.wave ?? 0));
  const open = facts.plan.waves.slice(lastBefore, task.wave - 1);
  const found: readonly Weighed[] = [
    ...(facts.exclusive.has(task.id) ? [{ weight: 'exclusive', reason: { kind: 'exclusive' } } as const] : []),
    ...task.after
      .filter((id) => facts.tasks.get(id)?.wave === lastBefore)
      .map((id): Weighed => ({ weight: 'after', reason: { kind: 'after', task: id } })),
    ...(facts.vague.has(task.id) ? [{ weight: 'vague', reason: { kind: 'vague' } } as const] : []),
    ...open.flatMap((members, n) => whyNotIn(facts, task, { members, wave: lastBefore + n + 1 })),
  ];
  const inOrder = WEIGHT.flatMap((weight) => found.filter((one) => one.weight === weight).map(({ reason }) => reason));
  const earliest = inOrder.find(({ kind }) => kind === 'longer');
  return inOrder.filter((reason) => reason.kind !== 'longer' || reason === earliest);
}

/**
 * Whom it may not meet there (an exclusive task has said so already); else that the wave is full; else whom it had better not meet;
 * else it is the time that keeps it from there, unless it was placed late on purpose.
 */
function whyNotIn(
  facts: WaitFacts,
  task: PlannedTask,
  { members, wave }: { readonly members: readonly TaskId[]; readonly wave: number },
): readonly Weighed[] {
  if (facts.exclusive.has(task.id)) return [];
  const apart = facts.apart.get(task.id);
  const forbidden = members.flatMap((id): Weighed[] => {
    const weight = apart?.get(id);
    return weight === undefined ? [] : [{ weight, reason: { kind: 'apart', task: id } }];
  });
  if (forbidden.length > 0) return forbidden;
  if (members.length >= facts.plan.concurrency) return [{ weight: 'full', reason: { kind: 'full', wave } }];
  const soft = rivals(facts, task, members).map((id): Weighed => ({ weight: 'soft', reason: { kind: 'apart', task: id } }));
  if (soft.length > 0 || facts.vague.has(task.id)) return soft;
  return [{ weight: 'longer', reason: { kind: 'longer', wave } }];
}

/** Users of a resource that is used up, else the member with the highest risk. */
function rivals(facts: WaitFacts, task: PlannedTask, members: readonly TaskId[]): readonly TaskId[] {
  const names = new Set(task.resources.map(({ name }) => name));
  const users = members.filter((id) => facts.tasks.get(id)?.resources.some(({ name }) => names.has(name)));
  if (users.length > 1) return users;
  const risky = facts.risky.get(task.id);
  return [...members]
    .filter((id) => risky?.has(id))
    .sort((a, b) => (risky?.get(b) ?? 0) - (risky?.get(a) ?? 0))
    .slice(0, 1);
}
