import { fileNameOf, isReworkDue, type RunState, type TaskId, type TaskRun, type TaskState } from '@breakwater/model';
import { describeTaskFailure } from '../failure/describe-task-failure.js';
import { listed } from '../quantities.js';
import { branchOf } from './branch-of.js';
import { faultSentence } from './fault-sentence.js';

type Ended<S extends TaskState['state']> = Extract<TaskState, { state: S }>;

/** Why a task did not end in the chain, without its name in front: `app.routes.ts was changed by order-history-page first`. */
export function heldSentence(state: Ended<'held'>): string {
  if (state.faults !== undefined) return faultSentence(state.faults);
  const files = fileNames(state.paths);
  const verb = state.paths.length === 1 ? 'was' : 'were';
  const again = state.failure === undefined ? '' : `; a second try did not help: ${describeTaskFailure(state.failure)}`;
  return `${files} ${verb} changed ${others(state.with)} first${again}`;
}

function fileNames(paths: readonly string[]): string {
  const names = paths.slice(0, 2).map(fileNameOf);
  const hidden = paths.length - names.length;
  if (names.length === 0) return 'the same lines';
  return hidden > 0 ? `${names.join(', ')} and ${hidden} more` : listed(names);
}

function others(ids: readonly TaskId[]): string {
  return ids.length === 0 ? 'on the integration branch' : `by ${listed(ids)}`;
}

export function failedSentence(state: Ended<'failed'>): string {
  return describeTaskFailure(state.failure);
}

/** Where the work is: `Its work is kept on breakwater/7f3a/audit-log.` */
export function keptSentence(run: RunState, task: TaskRun): string {
  if (isReworkDue(task)) return 'It goes back to its session, on what is integrated now.';
  const branch = branchOf(run, task);
  // After a second try it is the person's to do.
  if (branch !== undefined && task.state.state === 'held' && task.place !== undefined)
    return `Its work is kept on ${branch}, to be merged into ${run.integration}.`;
  return branch === undefined ? 'It left nothing to keep.' : `Its work is kept on ${branch}.`;
}
