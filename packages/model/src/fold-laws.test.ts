import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStart, DOLLAR, someJournals, WORK } from './a-journal.testing.js';
import type { RunEvent } from './event.js';
import { foldRecord, foldRun } from './fold-run.js';
import { taskId } from './task.js';
import { aCommit, recorded } from './testing.js';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(taskId) as [never, never, never, never];

describe('for any journal', () => {
  it('every beginning of it is a state, and one record more is one step', async () => {
    await fc.assert(
      fc.property(someJournals(), (records) => {
        let state = foldRun(records.slice(0, 1));
        for (const [n, record] of records.entries()) {
          if (n > 0) state = foldRecord(state, record);
          expect(foldRun(records.slice(0, n + 1))).toEqual(state);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('folding changes nothing that was given to it', async () => {
    await fc.assert(
      fc.property(someJournals(), (records) => {
        const before = structuredClone(records);
        const state = foldRun(records);
        expect(records).toEqual(before);
        expect(foldRun(records)).toEqual(state);
      }),
      { numRuns: 60 },
    );
  });

  it('the tasks stay the same ones, and each wave holds each of its tasks once', async () => {
    await fc.assert(
      fc.property(someJournals(), (records) => {
        const { tasks, waves } = foldRun(records);
        expect(tasks.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
        expect(waves.flat().sort()).toEqual(['a', 'b', 'c']);
      }),
    );
  });

  it('money and time only grow, and all that was spent is counted', async () => {
    await fc.assert(
      fc.property(someJournals(), (records) => {
        const states = records.map((_, n) => foldRun(records.slice(0, n + 1)));
        const spent = states.map(({ tasks }) => tasks.reduce((sum, { usage }) => sum + (usage.usd ?? 0), 0));
        for (const figures of [spent, states.map(({ seconds }) => seconds)])
          expect(figures).toEqual([...figures].sort((one, other) => one - other));
        expect(spent.at(-1)).toBe(records.filter(({ event }) => 'usage' in event).length);
      }),
      { numRuns: 60 },
    );
  });

  it('the chain is what was integrated, in order, and its end is the tip', async () => {
    await fc.assert(
      fc.property(someJournals(), (records) => {
        const integrated = records.flatMap(({ event }) => (event.ev === 'task-integrated' ? [event] : []));
        const { chain, tip } = foldRun(records);
        expect(chain).toEqual(integrated.map(({ task, commit }) => ({ task, commit })));
        expect(tip).toBe(integrated.at(-1)?.commit ?? aCommit(1));
      }),
    );
  });

  it('there is always room for one session, and never for more than the plan has', async () => {
    await fc.assert(
      fc.property(someJournals(), (records) => {
        const { slots, most } = foldRun(records).pace;
        expect([most, slots >= 1 && slots <= most]).toEqual([4, true]);
      }),
    );
  });

  it('what one task lives through is nothing to the others', async () => {
    await fc.assert(
      fc.property(someJournals(), (records) => {
        const others = records.filter(({ event }) => !('task' in event) || event.task !== a);
        const without = foldRun(others).tasks.filter(({ id }) => id !== a);
        const timeless = (tasks: typeof without) =>
          tasks.map((task) => (task.state.state === 'running' ? { ...task, state: { ...task.state, since: '' } } : task));
        expect(timeless(foldRun(records).tasks.filter(({ id }) => id !== a))).toEqual(timeless(without));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a task that is opened again', () => {
  const failed: readonly RunEvent[] = [
    { ev: 'task-started', task: a, attempt: 1, lane: 0, base: aCommit(1) },
    { ev: 'task-failed', task: a, failure: { reason: 'no-change' }, usage: DOLLAR },
  ];
  const statesOf = (...events: readonly RunEvent[]): Readonly<Record<string, string>> =>
    Object.fromEntries(foldRun(recorded(events)).tasks.map(({ id, state }) => [id, state.state]));

  it('opens all that it blocks with it, through others too, and nothing else', () => {
    const blocked: readonly RunEvent[] = [
      { ev: 'task-blocked', task: b, by: a },
      { ev: 'task-blocked', task: c, by: b },
    ];
    expect(statesOf(aStart(a, b, c, d), ...failed, ...blocked, { ev: 'task-reopened', task: a })).toEqual({
      ...{ a: 'pending', b: 'pending', c: 'pending', d: 'pending' },
    });
    expect(statesOf(aStart(a, b, c, d), ...failed, ...blocked, { ev: 'task-reopened', task: b })).toEqual({
      ...{ a: 'failed', b: 'pending', c: 'pending', d: 'pending' },
    });
  });

  it('opens them wherever they stand in the list', () => {
    const blocked: readonly RunEvent[] = [
      { ev: 'task-blocked', task: b, by: a },
      { ev: 'task-blocked', task: c, by: b },
    ];
    expect(statesOf(aStart(c, b, a), ...failed, ...blocked, { ev: 'task-reopened', task: a })).toEqual({
      ...{ a: 'pending', b: 'pending', c: 'pending' },
    });
  });

  it('keeps what it cost, and makes a finished run one that goes on', () => {
    const events: readonly RunEvent[] = [
      aStart(a),
      ...failed,
      { ev: 'run-finished', tip: aCommit(1) },
      { ev: 'task-reopened', task: a },
    ];
    const { outcome, wave, tasks } = foldRun(recorded(events));
    expect({ outcome, wave, usage: tasks[0]?.usage, attempts: tasks[0]?.attempts }).toEqual({
      ...{ outcome: 'interrupted', wave: 0, usage: DOLLAR, attempts: 1 },
    });
  });
});

describe('what was integrated and is taken back', () => {
  const integrated = (task: typeof a, n: number): readonly RunEvent[] => [
    { ev: 'task-started', task, attempt: 1, lane: 0, base: aCommit(1) },
    { ev: 'task-committed', task, work: WORK, usage: DOLLAR },
    { ev: 'task-verified', task, old: aCommit(n - 1), candidate: aCommit(n), seconds: 1 },
    { ev: 'task-integrated', task, commit: aCommit(n) },
  ];

  it('leaves the chain without it, and the task failed with its work', () => {
    const undone: RunEvent = { ev: 'task-undone', task: b, from: aCommit(12), to: aCommit(11) };
    const {
      chain,
      tip,
      undone: step,
      tasks,
    } = foldRun(recorded([aStart(a, b), ...integrated(a, 11), ...integrated(b, 12), undone]));
    expect({ chain, tip, step }).toEqual({
      chain: [{ task: a, commit: aCommit(11) }],
      tip: aCommit(11),
      step: { from: aCommit(12), to: aCommit(11) },
    });
    expect(tasks[1]?.state).toEqual({ state: 'failed', attempt: 1, failure: { reason: 'undone' }, work: WORK });
  });

  it('may be a landing, of which nothing is left then', () => {
    const landed: readonly RunEvent[] = [
      { ev: 'run-landing', branch: 'main', from: aCommit(1), to: aCommit(11) },
      { ev: 'run-landed' },
    ];
    const before = foldRun(recorded([aStart(a), ...integrated(a, 11), ...landed]));
    const after = foldRun(recorded([aStart(a), ...integrated(a, 11), ...landed, { ev: 'landing-undone' }]));
    expect(before.landing).toEqual({ branch: 'main', from: aCommit(1), to: aCommit(11) });
    expect('landing' in after).toBe(false);
    expect(after.chain).toEqual(before.chain);
  });
});

describe('an interrupted run', () => {
  it('says why until it goes on', () => {
    const stop: RunEvent = { ev: 'run-interrupted', why: 'the budget is used up' };
    expect(foldRun(recorded([aStart(a), stop])).stoppedBy).toBe('the budget is used up');
    expect('stoppedBy' in foldRun(recorded([aStart(a), stop, { ev: 'run-resumed' }]))).toBe(false);
  });

  it('keeps the wave it was in', () => {
    const events: readonly RunEvent[] = [
      aStart(a, b),
      { ev: 'wave-started', wave: 2, base: aCommit(9) },
      { ev: 'run-interrupted', why: 'x' },
      { ev: 'run-resumed' },
    ];
    expect(foldRun(recorded(events))).toMatchObject({ wave: 2, waveBase: aCommit(9), outcome: 'running', resumed: 1 });
  });
});
