import type { RepoPath } from './repo-path.js';
import type { TaskId } from './task.js';

/** B starts when A's code is there. */
export interface Precedence {
  readonly before: TaskId;
  readonly after: TaskId;
  readonly reasons: readonly PrecedenceReason[];
}
export type PrecedenceReason =
  | { readonly kind: 'declared' }
  /** `after` names something that does not exist yet and that `before` creates. */
  | { readonly kind: 'creates'; readonly path: RepoPath }
  /** The same of a symbol. */
  | { readonly kind: 'introduces'; readonly name: string };

/** Must not run at the same time, in either order. `between` is sorted by the tasks' order in the list. */
export interface Conflict {
  readonly between: readonly [TaskId, TaskId];
  readonly reasons: readonly ConflictReason[];
}
export type ConflictReason =
  /**
   * Both write the path (a witness when globs meet on files that do not exist yet: `witness` true). `shared`: where neither task has
   * that very path in mind, the glob or the folder (`src/`) they share.
   */
  | { readonly kind: 'write-write'; readonly path: string; readonly witness?: boolean; readonly shared?: string }
  | { readonly kind: 'resource'; readonly resource: string; readonly capacity: number }
  | { readonly kind: 'exclusive'; readonly task: TaskId }
  /** Predicted risk at or above the blocking threshold. */
  | { readonly kind: 'risk'; readonly p: number; readonly path?: RepoPath };
