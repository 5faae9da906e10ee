import type { RunEvent } from './event.js';
import type { TaskFailure } from './failure.js';
import type { Pace } from './pace.js';
import { isReworkDue } from './rework.js';
import type { TaskRun } from './run.js';

export function beginPace(concurrency: number): Pace {
  return { slots: concurrency, most: concurrency, trouble: 0, failures: 0 };
}

/** One step of the fold; `tasks`: as they are after the event. A collision that will be reworked is no failure yet. */
export function foldPace(pace: Pace, event: RunEvent, tasks: readonly TaskRun[]): Pace {
  switch (event.ev) {
    case 'run-resumed':
      return { ...pace, failures: 0 };
    case 'run-paused':
      return { ...pace, paused: { why: event.why, until: event.until } };
    case 'task-committed':
      return { ...pace, trouble: 0, slots: Math.min(pace.most, pace.slots + 1) };
    case 'task-held':
      return tasks.some((task) => task.id === event.task && isReworkDue(task)) ? pace : { ...pace, failures: pace.failures + 1 };
    case 'task-failed':
      // What a person turns down says nothing about the rest of the run.
      return event.failure.reason === 'rejected' ? pace : { ...slowed(pace, event.failure), failures: pace.failures + 1 };
    case 'task-retried':
      return slowed(pace, event.failure);
    default:
      return pace;
  }
}

/** The ends that tell of an overloaded machine or provider rather than of the task; one alone may be chance. */
const OUTSIDE: ReadonlySet<TaskFailure['reason']> = new Set(['api-error', 'prepare', 'session-failed', 'worktree']);

function slowed(pace: Pace, { reason }: TaskFailure): Pace {
  if (!OUTSIDE.has(reason)) return pace;
  const trouble = pace.trouble + 1;
  return { ...pace, trouble, slots: trouble < 2 ? pace.slots : Math.max(1, Math.floor(pace.slots / 2)) };
}
