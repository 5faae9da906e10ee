import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadBound, type Placed } from './load-bound.js';

const task = (head: number, tail: number, amount = 1): Placed => ({ head, tail, amount });

describe('what a load proves', () => {
  it('is nothing without tasks', () => {
    expect(loadBound([], 3)).toEqual({ waves: 0, head: 0, tail: 0 });
  });

  it('is the load over the capacity, rounded up, where nothing is ordered', () => {
    expect(loadBound([task(0, 0), task(0, 0), task(0, 0)], 2)).toEqual({ waves: 2, head: 0, tail: 0 });
  });

  it('is more when many have to be in the middle', () => {
    // one, then five that wait for it, then one that waits for them, two at a time
    const middle = [1, 2, 3, 4, 5].map(() => task(1, 1));
    expect(loadBound([task(0, 2), ...middle, task(2, 0)], 2)).toEqual({ waves: 5, head: 1, tail: 1 });
  });

  it('counts who needs more than there is as one who takes all', () => {
    expect(loadBound([task(0, 0, 9), task(0, 0, 1)], 3)).toEqual({ waves: 2, head: 0, tail: 0 });
  });

  it('is the best over all places to cut, and says where', async () => {
    const some = fc.array(fc.record({ head: fc.nat(4), tail: fc.nat(4), amount: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 9,
    });
    await fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (tasks, capacity) => {
        const wavesFrom = (head: number, tail: number) => {
          const inside = tasks.filter((one) => one.head >= head && one.tail >= tail);
          const load = inside.reduce((sum, { amount }) => sum + Math.min(amount, capacity), 0);
          return load === 0 ? 0 : head + tail + Math.ceil(load / capacity);
        };
        const all = [0, 1, 2, 3, 4].flatMap((head) => [0, 1, 2, 3, 4].map((tail) => wavesFrom(head, tail)));
        const { waves, head, tail } = loadBound(tasks, capacity);
        expect([waves, wavesFrom(head, tail)]).toEqual([Math.max(...all), waves]);
      }),
      { numRuns: 300 },
    );
  });
});
