import type { TaskId } from './task.js';

/** Why the rest of a run is planned anew. */
export type ReplanCause =
  /** The task wrote what others, who have not begun, are expected to write. Paths sorted. */
  | { readonly kind: 'drift'; readonly task: TaskId; readonly paths: readonly string[] }
  /** The task failed or is held; what waits for it will not run. */
  | { readonly kind: 'failure'; readonly task: TaskId }
  /** These are to run, and were not to before. */
  | { readonly kind: 'tasks'; readonly tasks: readonly TaskId[] };
