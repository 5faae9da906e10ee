import type { Task } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { declaredPrecedences } from './graph/precedences.js';
import { buildTaskGraph } from './graph/task-graph.js';
import { makeProblem } from './make-problem.js';
import type { PlanInput } from './plan-input.js';
import { resourcePools } from './resource-pools.js';
import { rowOf } from './schedule/rows.js';
import { pairsOf } from './schedule/some-problem.testing.js';

type Facts = Parameters<typeof makeProblem>[2];

function inputOf(tasks: readonly Task[], vague: readonly string[] = []): PlanInput {
  const touchSets = tasks.map(({ id }) => ({ task: id, writes: [], reads: [], creates: [], scope: [] }));
  const question = { candidates: 1, projects: [] };
  return {
    tasks,
    touchSets: touchSets.map((set) => (vague.includes(set.task) ? { ...set, question } : set)),
    risks: [],
    base: { commit: aCommit(1), branch: null },
    concurrency: 2,
    caution: 'balanced',
    hubs: [],
    capacities: {},
    notes: [],
  };
}

function problemFor(tasks: readonly Task[], facts: Partial<Facts> = {}, vague: readonly string[] = []) {
  const graph = buildTaskGraph(tasks, declaredPrecedences(tasks));
  return makeProblem(inputOf(tasks, vague), graph, { conflicts: [], risks: [], pools: [], ...facts });
}

const chain = [aTask('a'), aTask('b', { dependsOn: ['a'] }), aTask('c', { dependsOn: ['b'] }), aTask('d')];

describe('what the scheduler is told', () => {
  it('keeps apart what conflicts and orders what waits', () => {
    const problem = problemFor(chain, { conflicts: [{ between: [0, 3], reasons: [] }] });
    expect(pairsOf(problem.apart)).toEqual([[0, 3]]);
    expect(pairsOf(problem.after)).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(problem).toMatchObject({ size: 4, concurrency: 2 });
  });

  it('has risks in ten-thousandths by pair', () => {
    const problem = problemFor(chain, { risks: [{ between: [1, 3], units: 1234 }] });
    expect([pairsOf(problem.risky), [...problem.units]]).toEqual([[[1, 3]], [1234, 1234]]);
  });

  it('has what each task takes of which pool', () => {
    const tasks = [
      aTask('a', { resources: [{ name: 'gpu', amount: 2 }] }),
      aTask('b', {
        resources: [
          { name: 'gpu', amount: 1 },
          { name: 'db', amount: 1 },
        ],
      }),
    ];
    const { pools, amounts, capacities } = problemFor(tasks, { pools: resourcePools(tasks, { gpu: 3 }) });
    expect([[...rowOf(pools, 0)], [...rowOf(pools, 1)], [...amounts], [...capacities]]).toEqual([[1], [0, 1], [2, 1, 1], [1, 3]]);
  });

  it('prefers higher priority, then tasks that can be predicted, then the list', () => {
    const tasks = [aTask('a'), aTask('b', { priority: 9 }), aTask('c', { priority: 1 }), aTask('d', { priority: 1 }), aTask('e')];
    expect([...problemFor(tasks, {}, ['b', 'a']).preferred]).toEqual([1, 2, 3, 4, 0]);
  });
});
