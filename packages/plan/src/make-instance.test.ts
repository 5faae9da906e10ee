import type { Task } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { declaredPrecedences } from './graph/precedences.js';
import { buildTaskGraph } from './graph/task-graph.js';
import { makeInstance } from './make-instance.js';
import { pairsOf } from './pair-table.js';
import type { PlanInput } from './plan-input.js';
import { resourcePools } from './resource-pools.js';

type Facts = Parameters<typeof makeInstance>[2];

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

function instanceOf(tasks: readonly Task[], facts: Partial<Facts> = {}, vague: readonly string[] = []) {
  const graph = buildTaskGraph(tasks, declaredPrecedences(tasks));
  return makeInstance(inputOf(tasks, vague), graph, { conflicts: [], risks: [], pools: [], ...facts });
}

const chain = [aTask('a'), aTask('b', { dependsOn: ['a'] }), aTask('c', { dependsOn: ['b'] }), aTask('d')];

describe('what the scheduler is told', () => {
  it('keeps apart what conflicts and what is ordered, however far', () => {
    const instance = instanceOf(chain, { conflicts: [{ between: [0, 3], reasons: [] }] });
    expect([...pairsOf(instance.apart)].map(([a, b]) => `${a}${b}`)).toEqual(['01', '02', '03', '12']);
    expect(instance).toMatchObject({ size: 4, concurrency: 2, before: [[], [0], [1], []], after: [[1], [2], [], []] });
  });

  it('does not write conflicts into the table of the graph', () => {
    const graph = buildTaskGraph(chain, declaredPrecedences(chain));
    const facts = { conflicts: [{ between: [0, 3] as const, reasons: [] }], risks: [], pools: [] };
    makeInstance(inputOf(chain), graph, facts);
    expect([...pairsOf(graph.ordered)].map(([one, other]) => `${one}${other}`)).toEqual(['01', '02', '12']);
  });

  it('has risks in ten-thousandths by pair', () => {
    expect([...pairsOf(instanceOf(chain, { risks: [{ between: [1, 3], units: 1234 }] }).risk)]).toEqual([[1, 3, 1234]]);
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
    const { needs, capacities } = instanceOf(tasks, { pools: resourcePools(tasks, { gpu: 3 }) });
    expect({ needs, capacities }).toEqual({
      needs: [
        [{ pool: 1, amount: 2 }],
        [
          { pool: 0, amount: 1 },
          { pool: 1, amount: 1 },
        ],
      ],
      capacities: [1, 3],
    });
  });

  it('prefers tasks that can be predicted, then higher priority, then the list', () => {
    const tasks = [aTask('a'), aTask('b', { priority: 9 }), aTask('c', { priority: 1 }), aTask('d', { priority: 1 }), aTask('e')];
    expect(instanceOf(tasks, {}, ['b', 'a']).preferred).toEqual([2, 3, 4, 1, 0]);
  });
});
