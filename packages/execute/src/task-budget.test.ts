import { foldRun, NO_USAGE, type RunEvent, type RunState } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { BASE } from './scripted-world.testing.js';
import { taskBudget } from './task-budget.js';

const tasks = [aTask('a'), aTask('b', { budget: { usd: 2, turns: 9 } }), aTask('c'), aTask('d')];
const [a, b, c] = tasks.map((task) => task.id) as [never, never, never];

function withBudget(budget: number | undefined, ...events: readonly RunEvent[]): RunState {
  const started: RunEvent = {
    ev: 'run-started',
    run: '7f3a' as never,
    plan: 'p',
    base: BASE,
    baseBranch: null,
    integration: 'i',
    concurrency: 2,
    runner: 'claude',
    version: '0',
    ...(budget === undefined ? {} : { budget }),
    tasks: tasks.map(({ id }) => ({ id, wave: 1, after: [] })),
  };
  return foldRun([started, ...events].map((event, seq) => ({ v: 1, seq, t: new Date(0).toISOString(), event })));
}

describe('taskBudget', () => {
  it("is the task's own without a run budget", () => {
    expect(taskBudget(withBudget(undefined), tasks, tasks[1]!)).toEqual({ usd: 2, turns: 9 });
  });

  it('is an even share of what is left for a task without a limit', () => {
    expect(taskBudget(withBudget(10), tasks, tasks[0]!)).toEqual({ usd: 2.5 });
  });

  it('leaves untouched what running tasks may still spend, and what was spent', () => {
    const state = withBudget(
      10,
      { ev: 'task-started', task: b, attempt: 1, lane: 0, base: BASE },
      { ev: 'task-started', task: c, attempt: 1, lane: 1, base: BASE },
      { ev: 'task-failed', task: c, failure: { reason: 'no-change' }, usage: { ...NO_USAGE, usd: 5 } },
    );
    // 10 - 5 spent - 2 for b leaves 3, shared by a and d.
    expect(taskBudget(state, tasks, tasks[0]!)).toEqual({ usd: 1.5 });
  });

  it('is nothing when less than a cent is left', () => {
    const state = withBudget(
      1,
      { ev: 'task-started', task: a, attempt: 1, lane: 0, base: BASE },
      { ev: 'task-failed', task: a, failure: { reason: 'no-change' }, usage: { ...NO_USAGE, usd: 0.995 } },
    );
    expect(taskBudget(state, tasks, tasks[1]!)).toBeUndefined();
  });
});
