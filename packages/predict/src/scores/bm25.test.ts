import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rarity, saturated } from './bm25.js';

const length = fc.double({ min: 0, max: 50, noNaN: true });
const count = fc.integer({ min: 0, max: 1_000 });

it('a word that is there once in a text of mean length counts one, and never more than 2.2', async () => {
  expect(saturated(1, 1)).toBe(1);
  await fc.assert(
    fc.property(count, length, (times, long) => {
      expect(saturated(times, long)).toBeGreaterThanOrEqual(0);
      expect(saturated(times, long)).toBeLessThan(2.2);
    }),
  );
});

it('more often counts more, each time less so; in a longer text it counts less', async () => {
  await fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0.1, max: 50, noNaN: true }), (times, long) => {
      const [before, now, after] = [times - 1, times, times + 1].map((one) => saturated(one, long)) as [number, number, number];
      expect(now).toBeGreaterThan(before);
      expect(after - now).toBeLessThan(now - before);
      expect(saturated(times, long + 1)).toBeLessThan(now);
    }),
  );
});

it('without regard to length every text is as good as one of mean length', async () => {
  await fc.assert(
    fc.property(count, length, (times, long) => {
      expect(saturated(times, long, 0)).toBe(saturated(times, 1));
    }),
  );
});

it('a word in fewer texts tells more, and one in all of them still a little', async () => {
  await fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), (having) => {
      expect(rarity(having, 1_000)).toBeGreaterThan(rarity(having + 1, 1_000));
      expect(rarity(having + 1, 1_000)).toBeGreaterThan(0);
    }),
  );
});
