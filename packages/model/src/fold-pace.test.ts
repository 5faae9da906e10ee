import { expect, test } from 'vitest';
import type { RunEvent } from './event.js';
import type { TaskFailure } from './failure.js';
import { beginPace, foldPace } from './fold-pace.js';
import type { Pace } from './pace.js';
import { taskId } from './task.js';
import { aCommit } from './testing.js';
import { NO_USAGE } from './usage.js';

const task = taskId('a');
const OVERLOAD: TaskFailure = { reason: 'api-error', status: 529, message: 'overloaded' };
const failed = (failure: TaskFailure): RunEvent => ({ ev: 'task-failed', task, failure, usage: NO_USAGE });
const retried: RunEvent = { ev: 'task-retried', task, failure: OVERLOAD, usage: NO_USAGE, notBefore: '2026-01-01T00:00:30.000Z' };
const work = {
  base: aCommit(1),
  commit: aCommit(2),
  changes: [],
  savedByUs: false,
  drift: { unpredicted: [], untouched: [], alsoChangedBy: [] },
};
const committed: RunEvent = { ev: 'task-committed', task, work, usage: NO_USAGE };

function after(...events: readonly RunEvent[]): Pace {
  return events.reduce((pace, event) => foldPace(pace, event, []), beginPace(8));
}

test('one failure may be chance; from the second in a row on each halves what runs at once, and never to none', () => {
  const slots = [1, 2, 3, 4, 5, 6].map((n) => after(...Array.from({ length: n }, () => retried)).slots);
  expect(slots).toEqual([8, 4, 2, 1, 1, 1]);
});

test('each success adds one again, up to what the plan allows, and begins the count anew', () => {
  const low = [retried, retried, retried];
  expect([1, 2, 9].map((n) => after(...low, ...Array.from({ length: n }, () => committed)).slots)).toEqual([3, 4, 8]);
  expect(after(retried, committed, retried).slots).toBe(8);
});

test('what is the task’s own fault slows nobody down', () => {
  const own: TaskFailure = { reason: 'no-change' };
  expect(after(failed(own), failed(own), failed(own))).toEqual({ slots: 8, most: 8, trouble: 0, failures: 3 });
});

test('failures are counted since a person last said go; a retry is none, nor is a rejection', () => {
  expect(after(failed(OVERLOAD), { ev: 'run-resumed' }).failures).toBe(0);
  expect(after(failed({ reason: 'rejected', message: 'too large' })).failures).toBe(0);
  expect(after(retried, { ev: 'task-held', task, paths: [], with: [] }).failures).toBe(1);
});

test('a pause is remembered with its end', () => {
  const paused = { why: 'the usage limit of the account is reached', until: '2026-01-01T12:00:00.000Z' };
  expect(after({ ev: 'run-paused', ...paused }).paused).toEqual(paused);
});
