import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { fewestByTrying } from './by-trying.testing.js';
import { improveOrder, type OrderSearch } from './improve-order.js';
import { brokenBy, someProblem } from './some-problem.testing.js';
import { waveScheme } from './wave-scheme.js';

const MANY = 100_000;

function search(problem: OrderSearch['problem'], wanted: Partial<OrderSearch> = {}): OrderSearch {
  return { problem, scheme: waveScheme(problem), orders: [problem.order], bound: 0, steps: MANY, ...wanted };
}

describe('a search over orders', () => {
  // Two colours for three partners, which taken in turn need three: 0 1 2 against 3 4 5.
  const crown = [
    [0, 4],
    [0, 5],
    [1, 3],
    [1, 5],
    [2, 3],
    [2, 4],
  ] as const;
  const problem = aProblem({ size: 6, conflicts: crown });
  const inTurn = Int32Array.of(0, 3, 1, 4, 2, 5);

  it('finds what the order it began with did not, and leaves that order as it was', () => {
    expect(waveScheme(problem).forwards(inTurn, new Int32Array(6))).toBe(3);
    expect(improveOrder(search(problem, { orders: [inTurn], bound: 2 })).end).toBe(2);
    expect([...inTurn]).toEqual([0, 3, 1, 4, 2, 5]);
  });

  it('takes the best of the orders it is given, without steps too', () => {
    const grouped = Int32Array.of(0, 1, 2, 3, 4, 5);
    const found = (steps: number) => improveOrder(search(problem, { orders: [inTurn, grouped], bound: 2, steps })).end;
    expect(found(MANY)).toBe(2);
    expect(improveOrder(search(problem, { orders: [grouped], bound: 2, steps: 0 })).end).toBe(2);
  });

  it('never ends with more than it began with, is legal, and as good as can be for small lists', async () => {
    await fc.assert(
      fc.property(someProblem, (some) => {
        const first = waveScheme(some).forwards(some.order, new Int32Array(some.size));
        const found = improveOrder(search(some));
        expect(found.end).toBeLessThanOrEqual(first);
        expect(brokenBy(some, found.start)).toEqual([]);
        expect(found.end).toBe(fewestByTrying(some));
        const starts = [...found.order].map((task) => found.start[task] ?? 0);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 40 },
    );
  });

  it('without an order to begin with is a bug', () => {
    expect(() => improveOrder(search(problem, { orders: [] }))).toThrow('Internal error: no order to start from');
  });
});
