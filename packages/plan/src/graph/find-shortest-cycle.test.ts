import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findShortestCycle } from './find-shortest-cycle.js';

function edges(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    text.split(' ').map((one) => {
      const [name = '', targets = ''] = one.split('>');
      return [name, [...targets]];
    }),
  );
}

describe('the shortest cycle', () => {
  it.each([
    ['nothing', '', undefined],
    ['a chain', 'a>b b>c c', undefined],
    ['a diamond', 'a>bc b>d c>d d', undefined],
    ['a task that waits for itself', 'a>b b>b', 'bb'],
    ['two that wait for each other', 'a>b b>a', 'aba'],
    ['the shorter of two', 'a>b b>c c>a d>e e>d', 'ded'],
    ['the first of two equal ones', 'b>a a>b d>c c>d', 'bab'],
    ['a short way beside a long one', 'a>bc b>d c>a d>a', 'aca'],
    ['one behind a tail', 'x>y y>a a>b b>c c>a', 'abca'],
    ['an edge to a name that has no entry', 'a>z', undefined],
  ])('in %s', (_, text, cycle) => {
    expect(findShortestCycle(edges(text))?.join('')).toBe(cycle);
  });

  it('is a way along edges that ends where it began, and is missed in no graph that has one', async () => {
    const graphs = fc.array(fc.subarray(['0', '1', '2', '3', '4']), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.property(graphs, (lists) => {
        const graph = new Map(lists.map((targets, n) => [String(n), targets]));
        const cycle = findShortestCycle(graph);
        expect(cycle === undefined).toBe(canBeOrdered(graph));
        if (cycle === undefined) return;
        expect(cycle[0]).toBe(cycle.at(-1));
        expect(new Set(cycle).size).toBe(cycle.length - 1);
        for (const [n, name] of cycle.slice(1).entries()) expect(graph.get(cycle[n] ?? '')).toContain(name);
      }),
    );
  });
});

/** Takes away tasks nobody waits for until none is left, or none can go. */
function canBeOrdered(graph: ReadonlyMap<string, readonly string[]>): boolean {
  const left = new Map(graph);
  for (;;) {
    const free = [...left].find(([, targets]) => targets.every((target) => !left.has(target)));
    if (free === undefined) return left.size === 0;
    left.delete(free[0]);
  }
}
