import type { TaskId } from './task.js';

/** Something that keeps a plan from having fewer waves, and that its author could change. */
export type Constraint =
  /** Two tasks may not be side by side; `path` when that is because of one file. */
  | { readonly kind: 'pair'; readonly between: readonly [TaskId, TaskId]; readonly path?: string }
  /** Several pairs meet on one file. */
  | { readonly kind: 'file'; readonly path: string; readonly tasks: readonly TaskId[] }
  | { readonly kind: 'resource'; readonly resource: string; readonly tasks: readonly TaskId[] }
  | { readonly kind: 'exclusive'; readonly task: TaskId }
  | { readonly kind: 'order'; readonly before: TaskId; readonly after: TaskId }
  /** Nobody said what it is about, so it is kept apart from all it might meet. */
  | { readonly kind: 'vague'; readonly task: TaskId }
  /** All that keeps one task apart from others, its order left alone. */
  | { readonly kind: 'task'; readonly task: TaskId }
  /** As many sessions at once as there are now; the cost is that of having one more. */
  | { readonly kind: 'concurrency'; readonly sessions: number };

/** What the plan would be without one constraint, everything else alike. */
export interface ConstraintCost {
  readonly constraint: Constraint;
  /** Waves it would have; never more than it has. */
  readonly waves: number;
}

/** A file that keeps tasks apart. */
export interface HubFile {
  readonly path: string;
  /** Tasks that meet on it, in the order of the tasks file. */
  readonly tasks: readonly TaskId[];
  /** Pairs of them that are kept apart because of it. */
  readonly pairs: number;
}

/** What keeps the plan from being shorter. */
export interface Constraints {
  /** Those without which it has fewer waves, the most saving first; of equals the smallest change. */
  readonly costs: readonly ConstraintCost[];
  /** Files on which three tasks or more meet, those that keep most pairs apart first. */
  readonly hubs: readonly HubFile[];
}
