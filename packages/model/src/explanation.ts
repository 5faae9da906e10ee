import type { ConstraintCost } from './constraint.js';
import type { ConflictReason, PrecedenceReason } from './edge.js';
import type { WaitReason } from './plan.js';
import type { TaskId } from './task.js';
import type { Touch } from './touch.js';

/** What `explain A B` answers: how two tasks stand to each other, and why. */
export interface PairExplanation {
  readonly between: readonly [TaskId, TaskId];
  /** Wave of each, from 1. */
  readonly waves: readonly [number, number];
  readonly relation: PairRelation;
  /** Predicted risk that both write one file, 0 when none was found. */
  readonly risk: number;
  /** Files both are expected to write, the most likely first. */
  readonly shared: readonly { readonly path: string; readonly touches: readonly [Touch, Touch] }[];
}

export type PairRelation =
  /** The first must be integrated before the second; `path` leads from one to the other by precedence, both ends included. */
  | { readonly kind: 'ordered'; readonly path: readonly TaskId[]; readonly reasons: readonly PrecedenceReason[] }
  | { readonly kind: 'apart'; readonly reasons: readonly ConflictReason[] }
  /** Nothing forbids them side by side. */
  | { readonly kind: 'free' };

/** What `explain TASK` answers: why it is where it is, whom it keeps waiting, and what each of its constraints costs. */
export interface TaskExplanation {
  readonly task: TaskId;
  readonly wave: number;
  readonly waves: number;
  /** Why not earlier. */
  readonly waits: readonly WaitReason[];
  /** Tasks of later waves that name it as a reason. */
  readonly keepsWaiting: readonly TaskId[];
  /** Of all that concerns it, the most saving first; those that save nothing too. */
  readonly costs: readonly ConstraintCost[];
}
