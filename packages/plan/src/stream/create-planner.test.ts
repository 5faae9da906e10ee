import { type Plan, repoPath, type Standing, type Task, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../make-plan.js';
import type { PlanInput } from '../plan-input.js';
import { createPlanner } from './create-planner.js';

function planOf(tasks: readonly Task[], wanted: Partial<PlanInput> = {}): Plan {
  const nothing = { touchSets: [], risks: [], hubs: [], capacities: {}, notes: [] };
  const base = { commit: aCommit(1), branch: 'main' };
  return makePlan({ tasks, base, concurrency: 3, caution: 'balanced', schedule: 'stream', ...nothing, ...wanted });
}

/** `open` with what each has written; all that is not named waits. */
function standing(plan: Plan, open: Readonly<Record<string, readonly string[]>>, integrated: readonly string[] = []): Standing {
  const waiting = plan.tasks.filter(({ id }) => open[id] === undefined && !integrated.includes(id));
  return {
    integrated: integrated.map(taskId),
    open: Object.entries(open).map(([task, wrote]) => ({ task: taskId(task), wrote })),
    waiting: waiting.map(({ id }) => ({ task: id, begun: false })),
    room: 9,
  };
}

const tasks = [
  aTask('a', { writes: ['x.ts'] }),
  aTask('b', { writes: ['x.ts'] }),
  aTask('c', { dependsOn: ['a'] }),
  aTask('d', { resources: [{ name: 'gpu', amount: 1 }] }),
  aTask('e', { resources: [{ name: 'gpu', amount: 1 }] }),
];

describe('a planner answers from the document alone', () => {
  const plan = planOf(tasks);

  it('at the beginning, in the middle and when a task was given up', () => {
    const { nextStarts } = createPlanner(plan, {});
    expect(nextStarts(standing(plan, {}))).toEqual(['a', 'd']);
    expect(nextStarts(standing(plan, { d: [] }, ['a']))).toEqual(['b', 'c']);
    const without = { ...standing(plan, { d: [] }), waiting: [{ task: taskId('b'), begun: false }] };
    expect(nextStarts(without)).toEqual(['b']);
  });

  it('with the capacities it is given', () => {
    const roomy = planOf(tasks, { capacities: { gpu: 2 } });
    expect(createPlanner(roomy, { gpu: 2 }).nextStarts(standing(roomy, { d: [] }))).toEqual(['a', 'e']);
    expect(createPlanner(roomy, {}).nextStarts(standing(roomy, { d: [] }))).toEqual(['a']);
  });

  it('with the estimates of the forecast', () => {
    const free = planOf([aTask('a'), aTask('b')]);
    const estimates = [{ task: taskId('b'), minutes: 90, source: 'budget' as const }];
    const told = { ...free, forecast: { ...free.forecast, estimates } };
    const now = { ...standing(free, {}), room: 1 };
    expect([free, told].map((plan) => createPlanner(plan, {}).nextStarts(now))).toEqual([['a'], ['b']]);
  });
});

it('who is expected to write what an open task has written waits; whom it only might concern does not', () => {
  const path = repoPath('surprise.ts');
  const writes = (p: number) => [{ path, p, confidence: 'likely' as const, evidence: [] }];
  const touchSets = [['b', 0.5] as const, ['c', 0.4] as const].map(([task, p]) => ({
    ...{ task: taskId(task), writes: writes(p), reads: [], creates: [], scope: [] },
  }));
  const plan = planOf([aTask('a'), aTask('b'), aTask('c')], { touchSets });
  const { nextStarts } = createPlanner(plan, {});
  expect(nextStarts(standing(plan, { a: [] }))).toEqual(['b', 'c']);
  expect(nextStarts(standing(plan, { a: [path] }))).toEqual(['c']);
  expect(nextStarts(standing(plan, {}, ['a']))).toEqual(['b', 'c']);
});
