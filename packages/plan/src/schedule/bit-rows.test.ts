import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitRow, bitRows, countCommon, hasBit, intersect, setBit, unite } from './bit-rows.js';

/** More items than two words have bits. */
const SIZE = 70;
const someItems = fc.uniqueArray(fc.nat(SIZE - 1)).map((list) => new Set(list));

function rowOfItems(items: ReadonlySet<number>): Int32Array {
  const rows = bitRows(SIZE);
  for (const item of items) setBit(rows, 1, item);
  return bitRow(rows, 1);
}

function itemsOf(row: Int32Array): readonly number[] {
  const rows = { size: SIZE, width: row.length, words: row };
  return [...new Array(SIZE).keys()].filter((item) => hasBit(rows, 0, item));
}

const ascending = (items: Iterable<number>) => [...items].sort((a, b) => a - b);

describe('rows of bits', () => {
  it('say yes to exactly what was set, each row for itself, beyond the first word too', async () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { selector: String, maxLength: 40 });
    await fc.assert(
      fc.property(pairs, (set) => {
        const rows = bitRows(SIZE);
        for (const [row, item] of set) setBit(rows, row, item);
        const found = [...new Array(SIZE * SIZE).keys()].filter((n) => hasBit(rows, Math.floor(n / SIZE), n % SIZE));
        expect(found).toEqual(ascending(set.map(([row, item]) => row * SIZE + item)));
      }),
      { numRuns: 30 },
    );
  });

  it('unite, intersect and count as sets do, the sign bit of a word included', async () => {
    await fc.assert(
      fc.property(someItems, someItems, (one, other) => {
        const [both, either] = [rowOfItems(one), rowOfItems(one)];
        intersect(both, rowOfItems(other));
        unite(either, rowOfItems(other));
        const common = [...one].filter((item) => other.has(item));
        expect(itemsOf(both)).toEqual(ascending(common));
        expect(itemsOf(either)).toEqual(ascending(new Set([...one, ...other])));
        expect(countCommon(rowOfItems(one), rowOfItems(other))).toBe(common.length);
      }),
      { examples: [[new Set([31, 63]), new Set([31, 63])]] },
    );
  });

  it('are views: what is united into a row is in the rows', () => {
    const rows = bitRows(3);
    setBit(rows, 0, 2);
    unite(bitRow(rows, 1), bitRow(rows, 0));
    expect([hasBit(rows, 1, 2), hasBit(rows, 2, 2), hasBit(rows, 1, 0)]).toEqual([true, false, false]);
  });
});
