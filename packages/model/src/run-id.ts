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

/** Short branch names of a run; both sit under refs/heads. */
export function integrationBranch(run: RunId): string {
  return `breakwater/${run}/integration`;
}
export function taskBranch(run: RunId, task: TaskId): string {
  return `breakwater/${run}/${task}`;
}
