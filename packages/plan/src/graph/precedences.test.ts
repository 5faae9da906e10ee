import { type Precedence, repoPath, type Task, taskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { allPrecedences } from './precedences.js';

const reason = { kind: 'creates', path: repoPath('src/new.ts') } as const;

function inferred(...edges: readonly string[]): readonly Precedence[] {
  return edges.map((edge) => {
    const [before = '', after = ''] = edge.split(' ');
    return { before: taskId(before), after: taskId(after), reasons: [reason] };
  });
}

function edges(tasks: readonly Task[], more: readonly Precedence[]): readonly string[] {
  return allPrecedences(tasks, more).map(({ before, after, reasons }) =>
    [before, after, ...reasons.map(({ kind }) => kind)].join(' '),
  );
}

describe('who waits for whom', () => {
  const tasks = [aTask('a'), aTask('b', { dependsOn: ['c', 'a'] }), aTask('c')];

  it('is what is declared, in the order of the list', () => {
    expect(edges(tasks, [])).toEqual(['a b declared', 'c b declared']);
  });

  it('is what was inferred besides, and an edge of both has both reasons', () => {
    expect(edges(tasks, inferred('a c', 'a b'))).toEqual(['a b declared creates', 'a c creates', 'c b declared']);
  });

  it('never contradicts what is declared', () => {
    expect(edges(tasks, inferred('b a', 'b c'))).toEqual(['a b declared', 'c b declared']);
  });

  it('holds the first of two inferred ones that contradict each other, over any distance', () => {
    const free = [aTask('a'), aTask('b'), aTask('c')];
    expect(edges(free, inferred('a b', 'b c', 'c a'))).toEqual(['a b creates', 'b c creates']);
  });

  it('leaves out tasks that are not in the list', () => {
    expect(edges([aTask('a')], inferred('a x', 'x a'))).toEqual([]);
  });
});
