import { type FailurePolicy, isReworkDue, type RunEvent, type RunState, type TaskRun } from '@breakwater/model';
import type { RunInput } from './run-input.js';

/** Whether the failure policy lets something new start. */
export function allowsNew({ pace }: RunState, policy: FailurePolicy): boolean {
  return policy === 'continue' || pace.failures === 0;
}

/** Whether it wants even what runs to end. */
export function wantsEnd({ pace }: RunState, policy: FailurePolicy): boolean {
  return policy === 'kill' && pace.failures > 0;
}

/** Whether the time has come for a waiting task; no clock, no waiting. */
export function isDue(state: RunState, task: TaskRun, now: number): boolean {
  return dueAt(state, task) <= now;
}

/** Milliseconds since 1970 at which the next waiting task is due; undefined when none has to wait for a time. */
export function nextDue(state: RunState, now: number): number | undefined {
  const waiting = state.tasks.filter(mayWait).map((task) => dueAt(state, task));
  const later = waiting.filter((due) => due > now);
  return later.length === 0 ? undefined : Math.min(...later);
}

function mayWait(task: TaskRun): boolean {
  return task.state.state === 'pending' || isReworkDue(task);
}

function dueAt({ pace }: RunState, { state }: TaskRun): number {
  const own = 'notBefore' in state && state.notBefore !== undefined ? Date.parse(state.notBefore) : 0;
  return Math.max(own, pace.paused === undefined ? 0 : Date.parse(pace.paused.until));
}

type Failed = Extract<RunEvent, { ev: 'task-failed' }>;

/** Seconds to wait when the provider does not say until when. */
const UNKNOWN_LIMIT = 15 * 60;
const LONGEST_WAIT = 60 * 60;
/** A week and a day. */
const LONGEST_LIMIT = 8 * 24 * 60 * 60;

/**
 * What a failed session means for the run: one that failed for a reason that passes is started again, later each time; one whose folder
 * somebody deleted once, at once; when the account has reached its limit the whole run waits, and that counts against no task.
 */
export function afterFailure(
  event: Failed,
  { retry }: Pick<RunInput, 'retry'>,
  { task, now }: { readonly task: TaskRun; readonly now: Date },
): readonly RunEvent[] {
  const { failure } = event;
  const again = (seconds: number): RunEvent => ({ ...event, ev: 'task-retried', notBefore: later(now, seconds) });
  if (failure.reason === 'account-limit') {
    const until = plausible(failure.until, now) ?? later(now, UNKNOWN_LIMIT);
    return [
      { ...event, ev: 'task-retried', notBefore: until },
      { ev: 'run-paused', why: failure.message, until },
    ];
  }
  if (failure.reason === 'lost') return [failure.gone === true && task.retries === 0 ? again(0) : event];
  if (failure.reason !== 'api-error' || !passes(failure.status) || task.retries >= (retry?.times ?? 0)) return [event];
  return [again(Math.min(LONGEST_WAIT, (retry?.seconds ?? 0) * 2 ** task.retries))];
}

/** A time that has passed, or is farther away than any limit lasts, tells of a wrong clock here or there. */
function plausible(until: string | undefined, now: Date): string | undefined {
  const seconds = (Date.parse(until ?? '') - now.getTime()) / 1000;
  return seconds > 0 && seconds < LONGEST_LIMIT ? until : undefined;
}

/** No answer at all, too many requests, overload, and what a gateway says of a server behind it; not what is wrong with the request. */
function passes(status: number | undefined): boolean {
  return status === undefined || status === 408 || status === 429 || status >= 500;
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
