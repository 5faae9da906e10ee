import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { hasBit } from '../schedule/bit-rows.js';
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

  it('knows precedences by number', () => {
    expect(graph.precedences).toEqual([
      [1, 2],
      [1, 3],
      [2, 0],
    ]);
    expect(graph.numberOf.get(tasks[2]!.id)).toBe(2);
  });

  it('knows who is ordered with whom, however far apart', () => {
    const pairs = tasks.flatMap((_, a) => tasks.flatMap((_, b) => (hasBit(graph.ordered, a, b) ? [`${a}${b}`] : [])));
    expect(pairs).toEqual(['01', '02', '10', '12', '13', '20', '21', '31']);
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
