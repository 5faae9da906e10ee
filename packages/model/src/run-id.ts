import type { TaskId } from './task.js';

declare const runBrand: unique symbol;

/** Four to eight lower-case hexadecimal digits. */
export type RunId = string & { readonly [runBrand]: 'RunId' };

export function asRunId(text: string): RunId | undefined {
  return isRunId(text) ? text : undefined;
}

function isRunId(text: string): text is RunId {
  return /^[0-9a-f]{4,8}$/.test(text);
}

export function runId(text: string): RunId {
  if (!isRunId(text)) throw new Error(`Internal error: not a run id: ${JSON.stringify(text)}`);
  return text;
}

/** Short name of the branch on which a run's work comes together. */
export function integrationBranch(run: RunId): string {
  return `breakwater/${run}/integration`;
}

/** Short name of the branch one attempt at a task ends on. `@` is in no task id, so no two attempts share a name. */
export function taskBranch(run: RunId, task: TaskId, attempt: number): string {
  return `breakwater/${run}/${attemptName(task, attempt)}`;
}

/** The prefix of the refs under which lies what one attempt left beside its branch, when it had a clone to itself. */
export function asideRefs(run: RunId, attempt: string): string {
  return `refs/breakwater/runs/${run}/aside/${attempt}/`;
}

/** `order-api`, then `order-api@2`: one attempt's name in branches and folders. */
export function attemptName(task: TaskId, attempt: number): string {
  return attempt === 1 ? task : `${task}@${attempt}`;
}
