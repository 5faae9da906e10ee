import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortestCycle } from './shortest-cycle.js';

type Drawing = Readonly<Record<string, string>>;

/** `{a: 'b c'}`: a leads to b and c. */
function graph(drawing: Drawing): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(drawing).map(([name, targets]) => [name, new Set(targets.split(' ').filter(Boolean))]));
}

describe('the shortest cycle of', () => {
  test.each<[string, Drawing, readonly string[]]>([
    ['nothing', {}, []],
    ['a line', { a: 'b', b: 'c', c: '' }, []],
    ['a diamond', { a: 'b c', b: 'd', c: 'd', d: '' }, []],
    ['one that leads to itself', { a: '', b: 'b' }, ['b']],
    ['two that lead to each other', { a: 'b', b: 'a' }, ['a', 'b']],
    ['a ring of three', { c: 'a', a: 'b', b: 'c' }, ['c', 'a', 'b']],
    ['a ring with a shortcut', { a: 'b', b: 'c', c: 'd b', d: 'a' }, ['b', 'c']],
    ['two rings: the shorter', { a: 'b', b: 'c', c: 'a', x: 'y', y: 'x' }, ['x', 'y']],
    ['two equal rings: the first', { x: 'y', y: 'x', a: 'b', b: 'a' }, ['x', 'y']],
    ['a tail and a ring', { t: 'a', a: 'b', b: 'a c', c: '' }, ['a', 'b']],
    ['names nobody defines', { a: 'zzz', b: 'zzz a' }, []],
  ])('%s', (_, drawing, cycle) => {
    expect(shortestCycle(graph(drawing))).toEqual(cycle);
  });
});

/** All simple cycles, by walking every path: slow and plain. */
function shortestByForce(edges: ReadonlyMap<string, ReadonlySet<string>>): number {
  let shortest = Number.POSITIVE_INFINITY;
  const walk = (start: string, at: string, path: readonly string[]): void => {
    for (const next of edges.get(at) ?? []) {
      if (next === start) shortest = Math.min(shortest, path.length);
      else if (!path.includes(next) && edges.has(next)) walk(start, next, [...path, next]);
    }
  };
  for (const name of edges.keys()) walk(name, name, [name]);
  return shortest;
}

test('in any graph it is a cycle, no cycle is shorter, and none is missed', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const targets = fc.array(fc.constantFrom(...names), { maxLength: 3 });
  await fc.assert(
    fc.property(fc.tuple(...names.map(() => targets)), (lists) => {
      const edges = new Map(names.map((name, n) => [name, new Set(lists[n])]));
      const cycle = shortestCycle(edges);
      const shortest = shortestByForce(edges);
      expect(cycle.length).toBe(shortest === Number.POSITIVE_INFINITY ? 0 : shortest);
      for (const [n, name] of cycle.entries()) expect(edges.get(name)?.has(cycle[(n + 1) % cycle.length] ?? '')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a thousand tasks in one ring, and in a line with many edges', () => {
  const ring = new Map(Array.from({ length: 1_000 }, (_, n) => [`t${n}`, new Set([`t${(n + 1) % 1_000}`])] as const));
  expect(shortestCycle(ring)).toHaveLength(1_000);
  const line = new Map(
    Array.from({ length: 1_000 }, (_, n) => [`t${n}`, new Set(Array.from({ length: 50 }, (_, k) => `t${n + k + 1}`))] as const),
  );
  expect(shortestCycle(line)).toEqual([]);
});
