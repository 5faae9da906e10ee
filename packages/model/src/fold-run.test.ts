import { describe, expect, it } from 'vitest';
import type { Recorded, RunEvent } from './event.js';
import { foldRecord, foldRun } from './fold-run.js';
import type { Work } from './run.js';
import { taskId } from './task.js';
import { aCommit, aRunStarted, recorded } from './testing.js';

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
const started = aRunStarted([], {
  tasks: [
    { id: a, wave: 1, after: [] },
    { id: b, wave: 2, after: [a] },
  ],
});

function fold(...events: RunEvent[]) {
  return foldRun(recorded(events));
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
    expect([state.tip, state.chain]).toEqual([aCommit(3), [{ task: a, commit: aCommit(3) }]]);
    expect(state.tasks[0]).toEqual({
      id: a,
      wave: 1,
      retries: 0,
      after: [],
      attempts: 1,
      usage,
      verifySeconds: 1,
      state: { state: 'integrated', attempt: 1, work, commit: aCommit(3) },
      claims: [],
      breaches: [],
      reworksLeft: 0,
    });
  });

  it('remembers what changed in the git directory while any session of a task ran, each once', () => {
    const state = fold(
      started,
      { ev: 'task-git-changed', task: a, paths: ['hooks/x', 'config'] },
      { ev: 'task-git-changed', task: a, paths: ['config', 'info/attributes'] },
    );
    expect(state.tasks.map(({ gitChanged }) => gitChanged)).toEqual([['config', 'hooks/x', 'info/attributes'], undefined]);
  });

  it('takes a run for one in waves unless its start says otherwise', () => {
    expect([fold(started), fold({ ...started, schedule: 'stream' })].map(({ schedule }) => schedule)).toEqual([
      'waves',
      'stream',
    ]);
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

describe('a task', () => {
  const begun: readonly RunEvent[] = [started, { ev: 'task-started', task: a, attempt: 1, lane: 2, base: aCommit(1) }];
  const committed: RunEvent = { ev: 'task-committed', task: a, work, usage };
  const verified: RunEvent = { ev: 'task-verified', task: a, old: aCommit(1), candidate: aCommit(3), seconds: 4 };
  const stateOf = (...events: RunEvent[]) => fold(...begun, ...events).tasks[0]?.state;

  it('runs from the moment it started, in the phase it was last seen in', () => {
    const running = { state: 'running', lane: 2, attempt: 1, base: aCommit(1), since: new Date(1000).toISOString() };
    expect(stateOf()).toEqual({ ...running, phase: 'open' });
    expect(stateOf({ ev: 'task-phase', task: a, phase: 'save' })).toEqual({ ...running, phase: 'save' });
  });

  it('that is held keeps its work, and with whom it met where', () => {
    const held = stateOf(committed, verified, { ev: 'task-held', task: a, paths: ['x.ts'], with: [b] });
    expect(held).toEqual({ state: 'held', attempt: 1, work, paths: ['x.ts'], with: [b] });
  });

  it('that fails keeps what there is: the work of a session that ended, else the commit that was saved', () => {
    const failure = { reason: 'no-change' } as const;
    const failed: RunEvent = { ev: 'task-failed', task: a, failure, usage };
    expect(stateOf(failed)).toEqual({ state: 'failed', attempt: 1, failure });
    expect(stateOf({ ...failed, commit: aCommit(9) })).toEqual({ state: 'failed', attempt: 1, failure, commit: aCommit(9) });
    expect(stateOf(committed, failed)).toEqual({ state: 'failed', attempt: 1, failure, work });
  });

  it('is verified as often as it must be, and all the seconds count', () => {
    const [task] = fold(...begun, committed, verified, verified).tasks;
    expect(task?.verifySeconds).toBe(8);
  });

  it('cannot be verified, held or integrated without a commit: that journal is not ours', () => {
    const integrated: RunEvent = { ev: 'task-integrated', task: a, commit: aCommit(3) };
    for (const event of [verified, integrated, { ev: 'task-held', task: a, paths: [], with: [] } as const])
      expect(() => fold(...begun, event)).toThrow('Internal error: task a has no commit in state running');
  });

  it('is not moved by a phase that comes late, by a note, or by news of a session', () => {
    const after = fold(...begun, committed);
    const late = fold(
      ...begun,
      committed,
      { ev: 'task-phase', task: a, phase: 'session' },
      { ev: 'note', task: a, text: 'x' },
      { ev: 'session-started', task: a, sessionId: 's' },
    );
    expect(late.tasks).toEqual(after.tasks.map((task) => (task.id === a ? { ...task, session: 's' } : task)));
  });
});

describe('a batch', () => {
  const committed = (task: typeof a, attempt = 1): readonly RunEvent[] => [
    { ev: 'task-started', task, attempt, lane: 0, base: aCommit(1) },
    { ev: 'task-committed', task, work, usage },
  ];
  const members = [
    { task: a, commit: aCommit(3) },
    { task: b, commit: aCommit(4) },
  ];
  const batch: RunEvent = { ev: 'batch-verified', old: aCommit(1), members, seconds: 7 };

  it('verifies each member as its own commit on the way to the last, and counts its seconds once', () => {
    const state = fold(started, ...committed(a), ...committed(b), batch);
    expect(state.tasks.map((task) => task.state)).toMatchObject([
      { state: 'verified', old: aCommit(1), candidate: aCommit(3), through: aCommit(4) },
      { state: 'verified', old: aCommit(1), candidate: aCommit(4), through: aCommit(4) },
    ]);
    expect(state.tasks.map((task) => task.verifySeconds)).toEqual([0, 7]);
  });

  it('that landed is the chain, in its order', () => {
    const landed = members.map(({ task, commit }): RunEvent => ({ ev: 'task-integrated', task, commit }));
    const state = fold(started, ...committed(a), ...committed(b), batch, ...landed);
    expect({ tip: state.tip, chain: state.chain }).toEqual({ tip: aCommit(4), chain: members });
  });

  it('that failed changes nothing; a red base is remembered', () => {
    const before = fold(started, ...committed(a));
    const red = { commit: aCommit(1), command: 'npm test', exitCode: 1 };
    const after = fold(
      started,
      ...committed(a),
      { ev: 'batch-failed', tasks: [a], command: 'npm test', exitCode: 1 },
      { ev: 'base-red', ...red, tail: '' },
    );
    expect({ tasks: after.tasks, red: after.red }).toEqual({ tasks: before.tasks, red });
  });
});

describe('a run', () => {
  it('ends finished with the tip that is told, or given up', () => {
    expect(fold(started, { ev: 'run-finished', tip: aCommit(7) })).toMatchObject({ outcome: 'finished', tip: aCommit(7) });
    expect(fold(started, { ev: 'run-interrupted', why: 'x' }, { ev: 'run-abandoned' }).outcome).toBe('abandoned');
  });

  it('starts once', () => {
    expect(() => fold(started, started)).toThrow('Internal error: a run starts once');
  });

  it('does not lose time when the clock is set back', () => {
    const at = [0, 10, 4, 6].map((seconds) => new Date(seconds * 1000).toISOString());
    const events: readonly RunEvent[] = [started, ...[1, 2, 3].map((n) => ({ ev: 'note', text: `${n}` }) as const)];
    expect(foldRun(events.map((event, seq) => ({ v: 1, seq, t: at[seq] ?? '', event }))).seconds).toBe(12);
  });

  it('read record by record is the same as read at once', () => {
    const events: readonly RunEvent[] = [
      started,
      { ev: 'wave-started', wave: 1, base: aCommit(1) },
      { ev: 'task-started', task: a, attempt: 1, lane: 0, base: aCommit(1) },
      { ev: 'task-stopped', task: a, usage },
      { ev: 'run-interrupted', why: 'SIGINT' },
      { ev: 'run-resumed' },
    ];
    const records: readonly Recorded[] = events.map((event, seq) => ({
      v: 1,
      seq,
      t: new Date(seq * 1000).toISOString(),
      event,
    }));
    const [first, ...rest] = records;
    expect(rest.reduce(foldRecord, foldRun(first === undefined ? [] : [first]))).toEqual(foldRun(records));
  });
});
