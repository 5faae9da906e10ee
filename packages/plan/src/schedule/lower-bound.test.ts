import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anInstance, type Wanted } from './an-instance.testing.js';
import { fewestWaves } from './fewest-waves.js';
import { waveCount } from './instance.js';
import { loadBound } from './load-bound.js';
import { lowerBound } from './lower-bound.js';

const pairsBelow = (size: number): [number, number][] =>
  Array.from({ length: size }, (_, b) => Array.from({ length: b }, (_, a): [number, number] => [a, b])).flat();

const anyWanted: fc.Arbitrary<Wanted> = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    concurrency: fc.integer({ min: 1, max: 4 }),
    precedences: fc.subarray(pairsBelow(size), { maxLength: Math.min(4, pairsBelow(size).length) }),
    conflicts: fc.subarray(pairsBelow(size), { maxLength: Math.min(12, pairsBelow(size).length) }),
  }),
);

describe('the lower bound', () => {
  it.each([
    ['nothing', { size: 0 }, 0],
    ['one task', { size: 1 }, 1],
    ['seven tasks, three at a time', { size: 7 }, 3],
    ['a chain of three', { size: 3, precedences: pairsBelow(3) }, 3],
    ['four of which no two may meet', { size: 4, conflicts: pairsBelow(4) }, 4],
    ['one apart from five others', { size: 6, conflicts: [1, 2, 3, 4, 5].map((other): [number, number] => [0, other]) }, 3],
    // 0 -> {1..6} -> 7: the six take two waves between the two ends
    [
      'a fan of six',
      {
        size: 8,
        precedences: [1, 2, 3, 4, 5, 6].flatMap((n): [number, number][] => [
          [0, n],
          [n, 7],
        ]),
      },
      4,
    ],
    ['five units of a pool of two', { size: 5, capacities: [2], needs: poolUsers(5, 1) }, 3],
    ['three that each need more than there is', { size: 3, capacities: [2], needs: poolUsers(3, 4) }, 3],
  ])('of %s', (_, wanted, bound) => {
    expect(lowerBound(anInstance(wanted))).toBe(bound);
  });

  function poolUsers(count: number, amount: number): Record<number, { pool: number; amount: number }[]> {
    return Object.fromEntries(Array.from({ length: count }, (_, task) => [task, [{ pool: 0, amount }]]));
  }

  it('is never above what the search reaches', async () => {
    await fc.assert(
      fc.property(anyWanted, (one) => {
        const instance = anInstance(one);
        expect(lowerBound(instance)).toBeLessThanOrEqual(waveCount(fewestWaves(instance, 0)));
      }),
      { numRuns: 25 },
    );
  });
});

describe('the bound by load', () => {
  it('is 0 for no load', () => {
    expect(loadBound([], 3)).toBe(0);
    expect(loadBound([{ head: 0, tail: 0, amount: 0 }], 3)).toBe(0);
  });

  it('adds what must come before and after', () => {
    expect(loadBound([{ head: 2, tail: 1, amount: 1 }], 3)).toBe(4);
  });

  it('counts for every head and tail the tasks beyond both', () => {
    const tasks = [
      { head: 0, tail: 3, amount: 1 },
      { head: 1, tail: 1, amount: 1 },
      { head: 1, tail: 2, amount: 1 },
      { head: 2, tail: 1, amount: 1 },
    ];
    expect(loadBound(tasks, 1)).toBe(5);
    expect(loadBound(tasks, 4)).toBe(4);
  });

  it('does not count a wave too many for rounding', () => {
    expect(
      loadBound(
        Array.from({ length: 10 }, () => ({ head: 0, tail: 0, amount: 0.1 })),
        1,
      ),
    ).toBe(1);
    expect(
      loadBound(
        Array.from({ length: 3 }, () => ({ head: 0, tail: 0, amount: 0.1 })),
        0.3,
      ),
    ).toBe(1);
  });
});
