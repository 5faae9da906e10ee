declare const taskBrand: unique symbol;

/** What the author calls a task; part of branch names, so the pattern is strict. */
export type TaskId = string & { readonly [taskBrand]: 'TaskId' };

/** The allowed form of a task id; `integration` is taken by the integration branch. */
export const TASK_ID_PATTERN = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const RESERVED = new Set(['integration', 'constructor', 'prototype', '__proto__']);
/** Windows opens a device instead of a file or folder of this name, whatever follows a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

export function asTaskId(text: string): TaskId | undefined {
  return isTaskId(text) ? text : undefined;
}

function isTaskId(text: string): text is TaskId {
  if (!TASK_ID_PATTERN.test(text) || RESERVED.has(text) || DEVICE.test(text)) return false;
  return !text.includes('..') && !text.endsWith('.') && !text.endsWith('.lock');
}

export function taskId(text: string): TaskId {
  if (!isTaskId(text)) throw new Error(`Internal error: not a task id: ${JSON.stringify(text)}`);
  return text;
}

/** A shared thing that is not a file: a database, a port, a device. */
export interface ResourceNeed {
  readonly name: string;
  readonly amount: number;
}

/** Limits of one task; a missing limit is no limit. */
export interface Budget {
  readonly usd?: number;
  readonly minutes?: number;
  readonly turns?: number;
  /** Minutes without a word from its session. */
  readonly stall?: number;
}

/** One piece of work for one session, after defaults are applied. */
export interface Task {
  readonly id: TaskId;
  readonly title: string;
  /** What the author wrote; the prompt is composed from it. */
  readonly brief: string;
  /** Nx project names, project tags, or folders. */
  readonly scope: readonly string[];
  /** Globs the task may write, existing or new; a leading `!` takes away. */
  readonly writes: readonly string[];
  readonly reads: readonly string[];
  readonly dependsOn: readonly TaskId[];
  /** Tasks it need not wait for, whatever the briefs seem to say. */
  readonly independentOf?: readonly TaskId[];
  readonly resources: readonly ResourceNeed[];
  /** Runs beside no other task. */
  readonly exclusive: boolean;
  /** Higher first, as far as that takes no more waves and risks no more. */
  readonly priority: number;
  readonly verify: readonly string[];
  readonly budget: Budget;
  readonly model?: string;
}

/** A task that says nothing but its brief. */
export function briefOnly(id: TaskId, words: Pick<Task, 'title' | 'brief'>): Task {
  const nothing = { scope: [], writes: [], reads: [], dependsOn: [], resources: [], verify: [] };
  return { id, title: words.title, brief: words.brief, ...nothing, exclusive: false, priority: 0, budget: {} };
}
