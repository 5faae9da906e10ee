/** What happens to the rest of a run when a task fails: nothing new starts, everything else goes on, or all of it ends. */
export type FailurePolicy = 'no-new' | 'continue' | 'kill';

/** How fast a run may go, as its events tell. */
export interface Pace {
  /** Sessions at once: one more after each success, half after failures in a row, never none and never above the plan's. */
  readonly slots: number;
  readonly most: number;
  /** Sessions in a row that ended by trouble from outside. */
  readonly trouble: number;
  /** Tasks that failed or were held since a person last said go. */
  readonly failures: number;
  /** Nothing starts before `until` (ISO 8601). */
  readonly paused?: { readonly why: string; readonly until: string };
}
