import { describe, expect, it } from 'vitest';
import type { RunEvent } from './event.js';
import { foldRun } from './fold-run.js';
import type { Work } from './run.js';
import { runId } from './run-id.js';
import { taskId } from './task.js';
import { aCommit } from './testing.js';

const a = taskId('a');
const b = taskId('b');
const usage = { usd: 0.5, inputTokens: 10, outputTokens: 5, turns: 2, seconds: 3 };
const work: Work = {
  base: aCommit(1),
  commit: aCommit(2),
  changes: [],
  savedByUs: false,
  drift: { unpredicted: [], untouched: [], alsoChangedBy: [] },
};
const started: RunEvent = {
  ev: 'run-started',
  run: runId('7f3a'),
  plan: 'p',
  base: aCommit(1),
  baseBranch: 'main',
  integration: 'breakwater/7f3a/integration',
  concurrency: 3,
  runner: 'claude',
  tasks: [
    { id: a, wave: 1, after: [] },
    { id: b, wave: 2, after: [a] },
  ],
  version: '0',
};

function fold(...events: RunEvent[]) {
  return foldRun(events.map((event, seq) => ({ v: 1, seq, t: new Date(seq * 1000).toISOString(), event })));
}

describe('foldRun', () => {
  it('starts with every task pending and the tip at the base', () => {
    const state = fold(started);
    expect(state.tasks.map((task) => task.state)).toEqual([{ state: 'pending' }, { state: 'pending' }]);
    expect(state).toMatchObject({ tip: aCommit(1), wave: 0, waves: [[a], [b]], outcome: 'running' });
  });

  it('follows one task from its start into the chain', () => {
    const state = fold(
      started,
      { ev: 'wave-started', wave: 1, base: aCommit(1) },
      { ev: 'task-started', task: a, attempt: 1, lane: 0, base: aCommit(1) },
      { ev: 'task-phase', task: a, phase: 'session' },
      { ev: 'task-committed', task: a, work, usage },
      { ev: 'task-verified', task: a, old: aCommit(1), candidate: aCommit(3), seconds: 1 },
      { ev: 'task-integrated', task: a, commit: aCommit(3) },
    );
    expect(state.tip).toBe(aCommit(3));
    expect(state.tasks[0]).toEqual({
      id: a,
      wave: 1,
      after: [],
      attempts: 1,
      usage,
      verifySeconds: 1,
      state: { state: 'integrated', attempt: 1, work, commit: aCommit(3) },
    });
  });

  it('makes an interrupted task pending again and keeps what it spent', () => {
    const state = fold(
      started,
      { ev: 'task-started', task: a, attempt: 1, lane: 0, base: aCommit(1) },
      { ev: 'task-stopped', task: a, usage },
      { ev: 'run-interrupted', why: 'SIGINT' },
      { ev: 'run-resumed' },
      { ev: 'task-started', task: a, attempt: 2, lane: 0, base: aCommit(1) },
      { ev: 'task-failed', task: a, failure: { reason: 'no-change' }, usage },
      { ev: 'task-blocked', task: b, by: a },
    );
    expect(state.tasks.map((task) => task.state.state)).toEqual(['failed', 'blocked']);
    expect(state.tasks[0]?.usage.usd).toBe(1);
    expect(state).toMatchObject({ resumed: 1, outcome: 'running', seconds: 6 });
  });

  it('counts no time between two sittings', () => {
    const at = (seconds: number) => new Date(seconds * 1000).toISOString();
    const state = foldRun([
      { v: 1, seq: 0, t: at(0), event: started },
      { v: 1, seq: 1, t: at(10), event: { ev: 'run-interrupted', why: 'SIGINT' } },
      { v: 1, seq: 2, t: at(5000), event: { ev: 'run-resumed' } },
      { v: 1, seq: 3, t: at(5010), event: { ev: 'note', text: 'x' } },
    ]);
    expect(state.seconds).toBe(20);
  });

  it('refuses a journal that does not begin with run-started', () => {
    expect(() => fold({ ev: 'run-resumed' })).toThrow('Internal error');
  });
});
