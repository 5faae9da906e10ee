import { type Plan, type PlannedTask, type Standing, type TaskId, taskId, type WaveStanding } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../make-plan.js';
import { meetingOf } from './meeting-of.js';
import { planRest } from './plan-rest.js';

function planOf(tasks: readonly ReturnType<typeof aTask>[], wanted: Partial<Parameters<typeof makePlan>[0]> = {}): Plan {
  const rest = { concurrency: 2, caution: 'fast', touchSets: [], risks: [], hubs: [], capacities: {}, notes: [] } as const;
  return makePlan({ tasks, base: { commit: aCommit(1), branch: 'main' }, ...rest, ...wanted });
}

function expects(plan: Plan, task: string, path: string, p: number): Plan {
  const touch = { path: path as never, p, confidence: 'likely' as const, evidence: [] };
  return { ...plan, tasks: plan.tasks.map((one): PlannedTask => (one.id === task ? { ...one, writes: [touch] } : one)) };
}

const ids = (...names: readonly string[]): readonly TaskId[] => names.map(taskId);
const waits = (...names: readonly string[]) => ids(...names).map((task) => ({ task, begun: false }));

function standing(wanted: Partial<WaveStanding>): WaveStanding {
  const coming = wanted.coming ?? [];
  const waiting = waits(...(wanted.present ?? []), ...coming.flat());
  return { integrated: [], open: [], waiting, room: 0, present: [], coming, ...wanted };
}

describe('the rest of a run', () => {
  it('stays as it is while it is as good as can be', () => {
    const plan = planOf(['a', 'b', 'c', 'd'].map((id) => aTask(id)));
    expect(planRest(plan, {}, standing({ coming: [ids('a', 'd'), ids('b', 'c')] }))).toBeUndefined();
    expect(planRest(plan, {}, standing({}))).toBeUndefined();
  });

  it('takes fewer waves when what filled them will not run', () => {
    const plan = planOf(['a', 'b', 'c', 'd'].map((id) => aTask(id)));
    expect(planRest(plan, {}, standing({ coming: [ids('b'), ids('d')] }))).toEqual([['b', 'd']]);
  });

  it('takes as many waves with less risk when there is some to be saved', () => {
    const risks = [{ between: [taskId('a'), taskId('b')] as const, p: 0.4 }];
    const plan = planOf(
      ['a', 'b', 'c', 'd'].map((id) => aTask(id)),
      { risks },
    );
    expect(planRest(plan, {}, standing({ coming: [ids('a', 'b'), ids('c', 'd')] }))).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('keeps to order, conflicts and resources among what is left', () => {
    const gpu = { resources: [{ name: 'gpu', amount: 1 }] };
    const tasks = [aTask('gone'), aTask('a', gpu), aTask('b', { ...gpu, writes: ['x'] }), aTask('c', { writes: ['x'] })];
    const plan = planOf([...tasks, aTask('d', { dependsOn: ['b'] as never })], { capacities: { gpu: 1 }, concurrency: 3 });
    const waves = planRest(plan, { gpu: 1 }, standing({ coming: [ids('a'), ids('b'), ids('c'), ids('d')] }));
    expect(waves).toHaveLength(2);
    expect(waves?.[0]).toContain('b');
    expect(waves?.[1]).toEqual(expect.arrayContaining(['c', 'd']));
    expect(waves?.flat().sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes a task out of the present wave that would now meet its work, and leaves the others there', () => {
    const plan = expects(planOf(['a', 'b', 'c', 'd'].map((id) => aTask(id))), 'b', 'x.ts', 0.6);
    const now = standing({ open: [{ task: taskId('a'), wrote: ['x.ts'] }], present: ids('b', 'c'), coming: [ids('d')] });
    expect(planRest(plan, {}, now)).toEqual([['b', 'd']]);
  });
});

describe('who meets an open task', () => {
  const plan = expects(
    planOf([aTask('a', { writes: ['a.ts'] }), aTask('b'), aTask('c', { writes: ['a.ts'] })]),
    'b',
    'x.ts',
    0.5,
  );
  const now: Standing = {
    ...{ integrated: [], room: 0, waiting: waits('b', 'c') },
    open: [{ task: taskId('a'), wrote: ['x.ts', 'a.ts'] }],
  };

  it('is whoever waits and is expected there from the threshold on', () => {
    expect(meetingOf(plan, now, taskId('a'))).toEqual({ tasks: ['b'], paths: ['x.ts'] });
    expect(meetingOf({ ...plan, threshold: 0.51 }, now, taskId('a'))).toEqual({ tasks: [], paths: [] });
  });

  it('is nobody who runs already, and nobody the plan keeps apart anyway', () => {
    expect(meetingOf(plan, { ...now, waiting: waits('c') }, taskId('a'))).toEqual({ tasks: [], paths: [] });
    const known = expects(plan, 'c', 'a.ts', 1);
    expect(meetingOf(known, { ...now, waiting: waits('c') }, taskId('a'))).toEqual({ tasks: [], paths: [] });
  });
});
