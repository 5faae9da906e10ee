import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowLength, rowOf, rowsOf, turned } from './rows.js';

const somePairs = fc.array(fc.tuple(fc.nat(5), fc.nat(7)), { maxLength: 20 });

describe('rows', () => {
  it('keep the items of each row in the order they came', () => {
    const rows = rowsOf(3, [
      [2, 9],
      [0, 4],
      [2, 1],
    ]);
    expect([0, 1, 2].map((row) => [...rowOf(rows, row)])).toEqual([[4], [], [9, 1]]);
    expect([0, 1, 2].map((row) => rowLength(rows, row))).toEqual([1, 0, 2]);
  });

  it('turned round answer for every item which rows hold it, ascending', async () => {
    await fc.assert(
      fc.property(somePairs, (pairs) => {
        const other = turned(rowsOf(6, pairs), 8);
        for (let item = 0; item < 8; item += 1) {
          const holders = pairs.filter(([, one]) => one === item).map(([row]) => row);
          expect([...rowOf(other, item)]).toEqual(holders.sort((a, b) => a - b));
        }
      }),
    );
  });
});
