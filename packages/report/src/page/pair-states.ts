import type { ConflictReason, PairRisk, Plan, TaskId } from '@breakwater/model';
import { percent } from '../percent.js';
import { distinct } from '../plan/distinct-reasons.js';
import { conflictText } from '../plan/wait-text.js';

/** How two tasks stand to each other, as far as there is anything to say. */
export type PairState =
  | { readonly kind: 'ordered'; readonly says: string }
  | { readonly kind: 'apart'; readonly says: string }
  | { readonly kind: 'risk'; readonly says: string; readonly p: number };

export type PairStates = (a: TaskId, b: TaskId) => PairState | undefined;

/** The strongest that binds a pair: an order, also over others in between; a conflict; else the chance that it meets. */
export function pairStates(plan: Plan): PairStates {
  const before = predecessors(plan);
  const apart = lookup(plan.conflicts);
  const risks = lookup(plan.risks);
  return (a, b) => {
    const order = before.get(a)?.has(b) === true ? [b, a] : before.get(b)?.has(a) === true ? [a, b] : undefined;
    if (order !== undefined) return { kind: 'ordered', says: `${order[0]}, then ${order[1]}` };
    const reasons = apart(a, b)?.reasons;
    if (reasons !== undefined) return { kind: 'apart', says: apartText(reasons) };
    const risk = risks(a, b);
    return risk === undefined ? undefined : { kind: 'risk', says: riskText(risk), p: risk.p };
  };
}

function apartText(reasons: readonly ConflictReason[]): string {
  const texts = distinct(reasons).map((reason) => conflictText(reason));
  return texts.join('; ');
}

/** A risk below hardly ever comes true. */
export const WORTH_A_WORD = 0.01;

export function riskText({ p, path }: PairRisk): string {
  return `${percent(p)}${path === undefined ? '' : `, most likely on ${path}`}`;
}

/** All that come before a task. A plan names predecessors first, so those of each are known by then. */
function predecessors(plan: Plan): ReadonlyMap<TaskId, ReadonlySet<TaskId>> {
  const after = new Map(plan.tasks.map((task) => [task.id, task.after]));
  const before = new Map<TaskId, ReadonlySet<TaskId>>();
  for (const id of plan.waves.flat()) {
    const direct = after.get(id) ?? [];
    before.set(id, new Set(direct.flatMap((one) => [one, ...(before.get(one) ?? [])])));
  }
  return before;
}

function lookup<T extends { readonly between: readonly [TaskId, TaskId] }>(
  pairs: readonly T[],
): (a: TaskId, b: TaskId) => T | undefined {
  const byPair = new Map(pairs.map((pair) => [keyOf(...pair.between), pair]));
  return (a, b) => byPair.get(keyOf(a, b)) ?? byPair.get(keyOf(b, a));
}

function keyOf(a: TaskId, b: TaskId): string {
  return JSON.stringify([a, b]);
}
