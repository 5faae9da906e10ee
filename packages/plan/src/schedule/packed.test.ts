import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canPack, firstGap, pack, suffices } from './packed.js';

const someAmounts = fc.array(fc.nat(127), { minLength: 4, maxLength: 4 });
const packed = (amounts: readonly number[]) => pack((pool) => amounts[pool] ?? 0, amounts.length);

describe('amounts of several pools in one number', () => {
  it('are compared pool by pool, all at once', async () => {
    await fc.assert(
      fc.property(someAmounts, someAmounts, (free, need) => {
        expect(suffices(packed(free), packed(need))).toBe(need.every((amount, pool) => amount <= (free[pool] ?? 0)));
      }),
      {
        numRuns: 500,
        examples: [
          [
            [127, 0, 0, 127],
            [127, 0, 0, 127],
          ],
          [
            [5, 5, 5, 5],
            [5, 5, 6, 5],
          ],
        ],
      },
    );
  });

  it('are taken away and given back by plain arithmetic, the highest pool included', () => {
    const capacity = [10, 127, 1, 120];
    const need = [10, 100, 1, 120];
    const left = (packed(capacity) - packed(need)) | 0;
    expect(left).toBe(packed([0, 27, 0, 0]));
    expect((left + packed(need)) | 0).toBe(packed(capacity));
  });

  it('fit for four pools of at most 127', () => {
    expect([
      canPack(Int32Array.of(127, 1, 1, 1)),
      canPack(Int32Array.of(1, 1, 1, 1, 1)),
      canPack(Int32Array.of(128)),
      canPack(Int32Array.of()),
    ]).toEqual([true, false, false, true]);
  });
});

describe('the first gap', () => {
  it('is where the need is free for the whole length', () => {
    // free: 1 0 1 1 0 1 1 1
    const free = Int32Array.of(1, 0, 1, 1, 0, 1, 1, 1, 1, 1);
    const at = (length: number, earliest = 0) => firstGap(free, 1, earliest, length);
    expect([at(1), at(2), at(3), at(1, 1), at(2, 3)]).toEqual([0, 2, 5, 2, 5]);
  });

  it('is the one that looking at every place in turn finds', async () => {
    const some = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 12 });
    await fc.assert(
      fc.property(
        some,
        fc.tuple(fc.nat(3), fc.nat(3)),
        fc.nat(12),
        fc.integer({ min: 1, max: 4 }),
        (units, need, earliest, length) => {
          // At the end everything is free, as in a timetable that is longer than any schedule.
          const free = [...units, ...new Array(20).fill([3, 3])] as [number, number][];
          const fits = (unit: number) => need.every((amount, pool) => amount <= (free[unit]?.[pool] ?? 0));
          let begin = earliest;
          while (![...new Array(length).keys()].every((n) => fits(begin + n))) begin += 1;
          expect(firstGap(Int32Array.from(free, packed), packed(need), earliest, length)).toBe(begin);
        },
      ),
      { numRuns: 300 },
    );
  });
});
