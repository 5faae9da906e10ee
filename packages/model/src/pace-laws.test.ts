import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DOLLAR, WORK } from './a-journal.testing.js';
import type { RunEvent } from './event.js';
import type { TaskFailure } from './failure.js';
import { beginPace, foldPace } from './fold-pace.js';
import type { Pace } from './pace.js';
import { taskId } from './task.js';

const task = taskId('a');
const OVERLOAD: TaskFailure = { reason: 'api-error', status: 529, message: 'overloaded' };
const notBefore = '2026-01-01T00:00:30.000Z';
const retried: RunEvent = { ev: 'task-retried', task, failure: OVERLOAD, usage: DOLLAR, notBefore };
const committed: RunEvent = { ev: 'task-committed', task, work: WORK, usage: DOLLAR };
const events = fc.array(
  fc.constantFrom<RunEvent>(
    committed,
    retried,
    { ev: 'task-failed', task, failure: { reason: 'no-change' }, usage: DOLLAR },
    { ev: 'task-failed', task, failure: OVERLOAD, usage: DOLLAR },
    { ev: 'task-held', task, paths: [], with: [] },
    { ev: 'run-resumed' },
    { ev: 'note', text: 'x' },
  ),
  { maxLength: 40 },
);

function after(most: number, happened: readonly RunEvent[]): Pace {
  return happened.reduce((pace, event) => foldPace(pace, event, []), beginPace(most));
}

it('whatever happens, one session may run, and never more than the plan has', async () => {
  await fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), events, (most, happened) => {
      const { slots } = after(most, happened);
      expect(Number.isInteger(slots) && slots >= 1 && slots <= most).toBe(true);
    }),
  );
});

it('after as many successes as the plan has sessions, it is as fast as at its start', async () => {
  await fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), events, (most, happened) => {
      const recovered = after(most, [...happened, ...Array.from({ length: most }, () => committed)]);
      expect([recovered.slots, recovered.trouble]).toEqual([most, 0]);
    }),
  );
});

it('a success never slows a run down, and trouble never speeds it up', async () => {
  await fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), events, (most, happened) => {
      const { slots } = after(most, happened);
      expect(after(most, [...happened, committed]).slots).toBeGreaterThanOrEqual(slots);
      expect(after(most, [...happened, retried]).slots).toBeLessThanOrEqual(slots);
    }),
  );
});

it('failures are those since a person last said go', async () => {
  await fc.assert(
    fc.property(events, events, (before, since) => {
      const { failures } = after(8, [...before, { ev: 'run-resumed' }, ...since]);
      expect(failures).toBe(after(8, since).failures);
    }),
  );
});
