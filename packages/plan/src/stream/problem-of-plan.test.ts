import { type Plan, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../make-plan.js';
import { numberTasks, problemOfPlan } from './problem-of-plan.js';

const gpu = (amount: number) => ({ name: 'gpu', amount });
const tasks = [
  aTask('a', { writes: ['x.ts'], resources: [{ name: 'db', amount: 1 }, gpu(2)] }),
  aTask('b', { writes: ['x.ts'], resources: [gpu(1), gpu(1)] }),
  aTask('c', { dependsOn: ['a'] }),
  aTask('d', { dependsOn: ['a', 'b'] }),
];

function planOf(wanted: Partial<Parameters<typeof makePlan>[0]> = {}): Plan {
  const rest = { concurrency: 3, caution: 'balanced', touchSets: [], hubs: [], capacities: { gpu: 4 }, notes: [] } as const;
  const risks = [{ between: [taskId('d'), taskId('c')] as const, p: 0.25 }];
  return makePlan({ tasks, base: { commit: aCommit(1), branch: 'main' }, risks, ...rest, ...wanted });
}

describe('a plan in the numbers of the dispatcher', () => {
  it('has all that its document lists, in both directions', () => {
    const plan = planOf();
    expect(problemOfPlan(plan, { gpu: 4 })).toEqual({
      size: 4,
      before: [[], [], [0], [0, 1]],
      after: [[2, 3], [3], [], []],
      apart: [[1], [0], [], []],
      risk: [new Map(), new Map(), new Map([[3, 0.25]]), new Map([[2, 0.25]])],
      needs: [
        [
          { pool: 0, amount: 1 },
          { pool: 1, amount: 2 },
        ],
        [{ pool: 1, amount: 2 }],
        [],
        [],
      ],
      capacities: [1, 4],
      seconds: expect.anything(),
      rank: plan.tasks.map(({ id }) => plan.waves.flat().indexOf(id)),
      risky: 'later',
    });
  });

  it('takes what is rare for one, whatever it is called', () => {
    const odd = planOf({ tasks: [aTask('a', { resources: [{ name: 'constructor', amount: 1 }] })], risks: [] });
    expect(problemOfPlan(odd, {}).capacities).toEqual([1]);
  });

  it('has its risks waited out when the caution is careful', () => {
    const risky = (caution: Plan['caution']) => problemOfPlan(planOf({ caution }), {}).risky;
    expect([risky('fast'), risky('balanced'), risky('careful')]).toEqual(['later', 'later', 'wait']);
  });

  it('counts whole seconds, one at least; who was not estimated takes as long as all who were not', () => {
    const plan = planOf();
    const estimates = [
      { task: taskId('a'), minutes: 1.51, source: 'task' as const },
      { task: taskId('b'), minutes: 0.001, source: 'task' as const },
    ];
    const { seconds } = problemOfPlan({ ...plan, forecast: { ...plan.forecast, estimates } }, {});
    expect(seconds.slice(0, 2)).toEqual([91, 1]);
    expect(seconds[2]).toBe(seconds[3]);
  });

  it('knows its tasks by place, and calls a stranger a bug', () => {
    const numberOf = numberTasks(planOf());
    expect(tasks.map(({ id }) => numberOf(id))).toEqual([0, 1, 2, 3]);
    expect(() => numberOf(taskId('z'))).toThrow('Internal error: task z is not in the plan');
  });
});
