import type { CommitId } from './commit.js';

/** An attempt that goes on where an earlier one stopped, instead of from the base. */
export interface Again {
  /** `interrupted`: it was cut off in its work. `collision`: its work does not fit what others integrated meanwhile. */
  readonly why: 'interrupted' | 'collision';
  /** The attempt whose place of work is used again. */
  readonly place: number;
  /** Where its work is, in case the place is gone. */
  readonly commit: CommitId;
}

/** How an interrupted attempt is to go on. */
export interface Interrupted extends Again {
  readonly why: 'interrupted';
  /** What its work began from. */
  readonly base: CommitId;
}
