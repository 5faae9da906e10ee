import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from './seeded-random.js';

const draw = (seed: number, count: number, limit: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random(limit));
};

it('gives the same numbers for the same seed, on every machine', () => {
  expect(draw(1, 8, 100)).toEqual(draw(1, 8, 100));
  expect(draw(1, 20, 1000)).not.toEqual(draw(2, 20, 1000));
  // pinned: other numbers would be other plans for the same tasks
  expect(draw(1, 3, 1_000_000)).toEqual([627_073, 2735, 527_447]);
});

it('gives whole numbers below the limit, each about as often', async () => {
  await fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 50 }), (seed, limit) => {
      expect(draw(seed, 50, limit).every((n) => Number.isInteger(n) && n >= 0 && n < limit)).toBe(true);
    }),
  );
  const counts = new Array(10).fill(0);
  for (const n of draw(7, 10_000, 10)) counts[n] += 1;
  expect(Math.min(...counts)).toBeGreaterThan(900);
  expect(Math.max(...counts)).toBeLessThan(1100);
});
