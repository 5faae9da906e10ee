import { NO_USAGE, type RunEvent, taskId } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { accepted, aPastRun, aRig, FINISHED, started } from './api-rig.testing.js';
import { sessionsOf } from './past-sessions.js';
import { plan } from './plan.js';

const [a, b] = [taskId('a'), taskId('b')];
const drift = { unpredicted: [], untouched: [], alsoChangedBy: [] };
const work = { base: aCommit(1), commit: aCommit(2), changes: [], savedByUs: false, drift };

function begun(task: typeof a, attempt = 1): RunEvent {
  return { ev: 'task-started', task, attempt, lane: 0, base: aCommit(1) };
}

function committed(task: typeof a, usd?: number): RunEvent {
  return { ev: 'task-committed', task, work, usage: { ...NO_USAGE, ...(usd === undefined ? {} : { usd }) } };
}

/** One event every ten minutes. */
function sessions(...events: readonly RunEvent[]) {
  return sessionsOf(events.map((event, seq) => ({ v: 1, seq, t: new Date(seq * 600_000).toISOString(), event })));
}

it('a session counts from its last start to its work, with what it cost and what verifying it took', () => {
  const stopped: RunEvent = { ev: 'task-stopped', task: a, usage: NO_USAGE };
  const verified: RunEvent = { ev: 'task-verified', task: a, old: aCommit(1), candidate: aCommit(3), seconds: 120 };
  expect(sessions(begun(a), stopped, begun(b), begun(a, 2), committed(a, 1.5), verified, committed(b, 2))).toEqual([
    { task: 'a', minutes: 10, usd: 1.5, verifyMinutes: 2 },
    { task: 'b', minutes: 40, usd: 2, verifyMinutes: 0 },
  ]);
});

it('every member of a verified batch took what the batch took', () => {
  const member = (task: typeof a, n: number) => ({ task, commit: aCommit(n) });
  const batch = { ev: 'batch-verified', old: aCommit(1), members: [member(a, 5), member(b, 6)], seconds: 60 } as const;
  expect(sessions(begun(a), begun(b), committed(a), committed(b), batch).map((one) => one.verifyMinutes)).toEqual([1, 1]);
});

it('a session that ended without work says nothing of how long it would have taken', () => {
  const failed: RunEvent = { ev: 'task-failed', task: a, failure: { reason: 'no-change' }, usage: NO_USAGE };
  expect(sessions(begun(a), failed)).toEqual([]);
});

it('a plan estimates from earlier runs of the same runner, and from no other', async () => {
  const rig = aRig({ a: 'WRITE a.txt x', b: 'WRITE b.txt x' });
  const events = [begun(a), committed(a), FINISHED];
  await aPastRun(rig, 'aaaa', [started('aaaa'), ...events]);
  await aPastRun(rig, 'bbbb', [{ ...started('bbbb'), runner: 'claude' } as RunEvent, begun(b), committed(b), FINISHED]);
  const { forecast } = accepted(await plan({}, rig.world)).plan;
  expect(forecast.estimates?.map(({ task, source }) => `${task} ${source}`)).toEqual(['a task', 'b equal']);
  expect(forecast.run).toMatchObject({ sessions: 1, unit: 'minutes' });
});
