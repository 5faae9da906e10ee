import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { pairsOf } from '../pair-table.js';
import { declaredPrecedences } from './precedences.js';
import { buildTaskGraph } from './task-graph.js';

// a -> b -> d, a -> c; e alone; listed so that d stands before what it waits for
const tasks = [
  aTask('d', { dependsOn: ['b'] }),
  aTask('a'),
  aTask('b', { dependsOn: ['a', 'a'] }),
  aTask('c', { dependsOn: ['a'] }),
  aTask('e'),
];

describe('declared precedences', () => {
  it('come by the list place of who goes first, each once', () => {
    const declared = { reasons: [{ kind: 'declared' }] };
    expect(declaredPrecedences(tasks)).toEqual([
      { before: 'a', after: 'b', ...declared },
      { before: 'a', after: 'c', ...declared },
      { before: 'b', after: 'd', ...declared },
    ]);
  });
});

describe('the task graph', () => {
  const graph = buildTaskGraph(tasks, declaredPrecedences(tasks));

  it('knows neighbours by number', () => {
    expect(graph.before).toEqual([[2], [], [1], [1], []]);
    expect(graph.after).toEqual([[], [2, 3], [0], [], []]);
    expect(graph.numberOf.get(tasks[2]!.id)).toBe(2);
  });

  it('lists every task after its predecessors', () => {
    expect([...graph.order].sort()).toEqual([0, 1, 2, 3, 4]);
    for (const [task, before] of graph.before.entries()) {
      for (const one of before) expect(graph.order.indexOf(one)).toBeLessThan(graph.order.indexOf(task));
    }
  });

  it('knows who is ordered with whom, however far apart', () => {
    expect([...pairsOf(graph.ordered)]).toEqual([
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 1],
      [1, 3, 1],
    ]);
  });

  it('refuses a cycle and names who is in it', () => {
    const circles = [
      aTask('a', { dependsOn: ['c'] }),
      aTask('b', { dependsOn: ['a'] }),
      aTask('c', { dependsOn: ['b'] }),
      aTask('d', { dependsOn: ['e'] }),
      aTask('e', { dependsOn: ['d'] }),
    ];
    const build = () => buildTaskGraph(circles, declaredPrecedences(circles));
    expect(build).toThrow('Internal error: tasks wait for each other: a, b, c');
  });

  it('refuses a task that waits for itself', () => {
    const one = [aTask('a', { dependsOn: ['a'] })];
    expect(() => buildTaskGraph(one, declaredPrecedences(one))).toThrow('Internal error: tasks wait for each other: a');
  });
});
