import { foldRun, NO_USAGE, type RunEvent, type RunState } from '@breakwater/model';
import { aRunStarted, aTask, recorded } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { BASE } from './scripted-world.testing.js';
import { grantedBudget, grantFor } from './task-budget.js';

const tasks = [aTask('a'), aTask('b', { budget: { usd: 2, turns: 9 } }), aTask('c'), aTask('d')];
const [a, b, c, d] = tasks as [never, never, never, never];

function withBudget(budget: number | undefined, ...events: readonly RunEvent[]): RunState {
  const limit = budget === undefined ? {} : { budget };
  const ids = tasks.map(({ id }) => id);
  return foldRun(recorded([aRunStarted(ids, { base: BASE, ...limit }), ...events]));
}

function starts({ id }: { readonly id: never }, usd?: number): RunEvent {
  return { ev: 'task-started', task: id, attempt: 1, lane: 0, base: BASE, ...(usd === undefined ? {} : { usd }) };
}

function spends({ id }: { readonly id: never }, usd: number): RunEvent {
  return { ev: 'task-failed', task: id, failure: { reason: 'no-change' }, usage: { ...NO_USAGE, usd } };
}

describe('the money for a task', () => {
  it("is the task's own without a run budget", () => {
    expect(grantFor(withBudget(undefined), b)).toEqual({ grant: 'unlimited' });
    expect(grantedBudget(withBudget(undefined, starts(b)), b)).toEqual({ usd: 2, turns: 9 });
  });

  it('is an even share of what is left for a task without a limit', () => {
    expect(grantFor(withBudget(10), a)).toEqual({ grant: 'usd', usd: 2.5 });
  });

  it('leaves untouched what is kept for running tasks, and what was spent', () => {
    // 10 - 5 spent - 2 for b leaves 3, shared by a and d.
    expect(grantFor(withBudget(10, starts(b, 2), starts(c, 5), spends(c, 5)), a)).toEqual({ grant: 'usd', usd: 1.5 });
  });

  it('is never more than is left beside what was really given, however little others spent', () => {
    const state = withBudget(4, starts(a, 1), starts(b, 1), spends(a, 0), starts(c, 1.5), spends(b, 0));
    expect(grantFor(state, d)).toEqual({ grant: 'usd', usd: 2.5 });
  });

  it('is not given twice: a session that was cut off and told nothing may have spent all that was kept for it', () => {
    const { usd: _, ...untold } = NO_USAGE;
    const cutOff: RunEvent = { ev: 'task-stopped', task: b, usage: untold };
    const state = withBudget(4, starts(b, 2), { ...cutOff, task: (b as { readonly id: never }).id });
    expect(state.tasks.find(({ id }) => id === 'b')).toMatchObject({ unknownUsd: 2 });
    expect(grantFor(state, a)).toEqual({ grant: 'usd', usd: 0.5 });
    expect(grantFor({ ...state, runner: 'command' }, a)).toEqual({ grant: 'usd', usd: 1 });
    const told = withBudget(4, starts(b, 2), {
      ...cutOff,
      task: (b as { readonly id: never }).id,
      usage: { ...NO_USAGE, usd: 0.4 },
    });
    expect(grantFor(told, a)).toEqual({ grant: 'usd', usd: 0.9 });
  });

  it('is waited for while running tasks may leave some, and is short when none can', () => {
    expect(grantFor(withBudget(1, starts(b, 1)), a)).toEqual({ grant: 'later' });
    expect(grantFor(withBudget(1, starts(b, 1), spends(b, 0.995)), a)).toEqual({ grant: 'short' });
  });

  it('is what was written down at its start, and nothing when nothing was', () => {
    expect(grantedBudget(withBudget(10, starts(b, 1.25)), b)).toEqual({ usd: 1.25, turns: 9 });
    expect(grantedBudget(withBudget(10, starts(b)), b)).toBeUndefined();
  });
});
