import type { CommitId } from './commit.js';
import type { RunState, TaskRun } from './run.js';
import type { TaskId } from './task.js';

/** A person's word on one commit of one attempt. Of another commit it says nothing. */
export type Verdict =
  | { readonly verdict: 'approved'; readonly task: TaskId; readonly attempt: number; readonly commit: CommitId }
  | {
      readonly verdict: 'rejected';
      readonly task: TaskId;
      readonly attempt: number;
      readonly commit: CommitId;
      readonly reason: string;
    };

/** Its session ended well, and it is integrated when a person says so. */
export function awaitsReview(run: RunState, { state }: TaskRun): boolean {
  return run.review !== 'none' && state.state === 'committed' && state.approved !== true;
}
