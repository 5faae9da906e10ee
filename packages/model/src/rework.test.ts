import { describe, expect, it } from 'vitest';
import type { RunEvent } from './event.js';
import { foldRun } from './fold-run.js';
import { isReworkDue } from './rework.js';
import type { RunState, TaskRun, Work } from './run.js';
import { taskId } from './task.js';
import { aCommit, aRunStarted, recorded } from './testing.js';
import { NO_USAGE } from './usage.js';

const a = taskId('a');
const usage = { ...NO_USAGE, usd: 1 };
const drift = { unpredicted: [], untouched: [], alsoChangedBy: [] };
const work: Work = { base: aCommit(1), commit: aCommit(2), changes: [], savedByUs: false, drift };
const collision = { attempt: 1, work, paths: ['x.ts'], with: [] };

/** The one task after these events, in a run that takes a held task up again so often. */
function taskAfter(reworks: number, ...events: readonly RunEvent[]): TaskRun {
  const [task] = stateAfter(reworks, ...events).tasks;
  if (task === undefined) throw new Error('no task');
  return task;
}

function stateAfter(reworks: number, ...events: readonly RunEvent[]): RunState {
  return foldRun(recorded([aRunStarted(['a'], { reworks }), ...events]));
}

const held: readonly RunEvent[] = [
  { ev: 'task-started', task: a, attempt: 1, lane: 0, base: aCommit(1) },
  { ev: 'session-started', task: a, sessionId: 's1' },
  { ev: 'task-committed', task: a, work, usage },
  { ev: 'task-held', task: a, paths: ['x.ts'], with: [] },
];
const again = { why: 'collision', place: 1, commit: aCommit(2) } as const;
const reworked: RunEvent = { ev: 'task-started', task: a, attempt: 2, lane: 0, base: aCommit(5), again };

describe('a held task', () => {
  it('is taken up again as often as the run says, and never in an older journal', () => {
    expect([0, 1].map((reworks) => isReworkDue(taskAfter(reworks, ...held)))).toEqual([false, true]);
  });

  it('works again in the place and conversation of its first attempt, and remembers what was held', () => {
    expect(taskAfter(1, ...held, reworked)).toMatchObject({
      attempts: 2,
      place: 1,
      session: 's1',
      reworksLeft: 0,
      state: { state: 'running', attempt: 2, base: aCommit(5), reworks: collision },
    });
  });

  it('is held again, with nothing counted, when that was cut off', () => {
    const cut = taskAfter(1, ...held, reworked, { ev: 'task-stopped', task: a, usage });
    expect(cut.state).toEqual({ state: 'held', ...collision });
    expect([isReworkDue(cut), cut.usage.usd, cut.place]).toEqual([true, 2, 1]);
  });

  it('waits, with nothing counted, when the second try failed for a reason that passes', () => {
    const notBefore = '2026-01-01T00:00:30.000Z';
    const failure = { reason: 'api-error', status: 529, message: 'overloaded' } as const;
    const later = taskAfter(1, ...held, reworked, { ev: 'task-retried', task: a, failure, usage, notBefore });
    expect(later).toMatchObject({ state: { state: 'held', ...collision, notBefore }, retries: 1, reworksLeft: 1 });
    expect(taskAfter(1, ...held, reworked, { ev: 'task-retried', task: a, failure, usage, notBefore }, reworked).state).toEqual({
      ...taskAfter(1, ...held, reworked).state,
      since: '1970-01-01T00:00:07.000Z',
    });
  });

  it('is left to a person when others could not check out what it brings', () => {
    const faults = [{ rule: 'git-name', path: '.GIT' }] as const;
    const lint: RunEvent = { ev: 'task-held', task: a, paths: ['.GIT'], with: [], faults };
    expect(isReworkDue(taskAfter(1, ...held.slice(0, 3), lint))).toBe(false);
  });

  it('is no failure of the run before its tries are used', () => {
    expect([0, 1].map((reworks) => stateAfter(reworks, ...held).pace.failures)).toEqual([1, 0]);
  });

  it('is held for good, with both reasons, when that failed', () => {
    const failure = { reason: 'session-failed', exitCode: 1, message: 'no' } as const;
    const over = taskAfter(2, ...held, reworked, { ev: 'task-failed', task: a, failure, usage });
    expect(over.state).toEqual({ state: 'held', ...collision, failure });
    expect(isReworkDue(over)).toBe(false);
  });

  it('that committed again and collides again is held for good once its tries are used', () => {
    const anew: RunEvent = { ev: 'task-committed', task: a, work: { ...work, commit: aCommit(7) }, usage };
    const twice = taskAfter(1, ...held, reworked, anew, { ev: 'task-held', task: a, paths: ['y.ts'], with: [] });
    expect(twice.state).toMatchObject({ state: 'held', attempt: 2, paths: ['y.ts'], work: { commit: aCommit(7) } });
    expect(isReworkDue(twice)).toBe(false);
  });
});

describe('an interrupted task', () => {
  const interrupted = { why: 'interrupted', place: 1, commit: aCommit(4), base: aCommit(1) } as const;
  const begun = held.slice(0, 2);

  it('waits with the way to go on, and goes on in its place and conversation', () => {
    const stopped: RunEvent = { ev: 'task-stopped', task: a, usage, again: interrupted };
    expect(taskAfter(0, ...begun, stopped).state).toEqual({ state: 'pending', again: interrupted });
    const { base, ...rest } = interrupted;
    const on: RunEvent = { ev: 'task-started', task: a, attempt: 2, lane: 0, base, again: rest };
    expect(taskAfter(0, ...begun, stopped, on)).toMatchObject({ place: 1, session: 's1', attempts: 2, reworksLeft: 0 });
  });

  it('that begins anew has a place and a conversation of its own', () => {
    const fresh: RunEvent = { ev: 'task-started', task: a, attempt: 2, lane: 0, base: aCommit(1) };
    const task = taskAfter(0, ...begun, { ev: 'task-stopped', task: a, usage }, fresh);
    expect([task.place, task.session]).toEqual([undefined, undefined]);
  });
});
