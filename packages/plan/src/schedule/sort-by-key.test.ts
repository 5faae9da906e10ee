import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sorterFor } from './sort-by-key.js';

it.each([
  ['few keys, in buckets', 20],
  ['keys far apart, by weight', 1_000_000],
])('tasks are sorted by their keys, equal ones as they stood: %s', async (_, most) => {
  const some = fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc.record({
      tasks: fc.shuffledSubarray([...new Array(size).keys()], { minLength: size }),
      key: fc.array(fc.oneof(fc.nat(2), fc.nat(most)), { minLength: size, maxLength: size }),
    }),
  );
  await fc.assert(
    fc.property(some, ({ tasks, key }) => {
      const sorted = new Int32Array(tasks.length);
      const sort = sorterFor(tasks.length);
      // Twice: what a first use leaves behind must not show in a second.
      for (let n = 0; n < 2; n += 1) sort(Int32Array.from(tasks), Int32Array.from(key), most, sorted);
      expect([...sorted]).toEqual([...tasks].sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0)));
    }),
    { numRuns: 200 },
  );
});
