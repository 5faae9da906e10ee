import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitRows, type Part } from './fit-rows.js';

const blank: Part = { worth: 1, lines: [''] };
const parts: readonly Part[] = [
  { worth: 5, lines: ['head'] },
  blank,
  { worth: 6, lines: ['lane 1'] },
  { worth: 6, lines: ['lane 2', 'of two lines'] },
  blank,
  { worth: 2, lines: ['next'] },
  { worth: 7, lines: ['totals'] },
  { worth: 3, lines: ['keys'] },
];

describe('parts in few rows', () => {
  it.each([
    [20, 'head||lane 1|lane 2|of two lines||next|totals|keys'],
    [9, 'head||lane 1|lane 2|of two lines||next|totals|keys'],
    [8, 'head|lane 1|lane 2|of two lines|next|totals|keys'],
    [6, 'head|lane 1|lane 2|of two lines|totals|keys'],
    [5, 'head|lane 1|lane 2|of two lines|totals'],
    [4, 'lane 1|lane 2|of two lines|totals'],
    [3, 'lane 1|totals'],
    [1, 'totals'],
    [0, ''],
  ])('%i rows', (rows, wanted) => {
    expect(fitRows(parts, rows).join('|')).toBe(wanted);
  });

  it('are never more than there is room for', async () => {
    const part = fc.record({ worth: fc.integer({ min: 1, max: 7 }), lines: fc.array(fc.string(), { maxLength: 3 }) });
    await fc.assert(fc.property(fc.array(part), fc.nat(12), (any, rows) => fitRows(any, rows).length <= rows));
  });

  it('keep their order, and what is worth most stays as long as anything does', async () => {
    const worths = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.property(worths, fc.integer({ min: 1, max: 12 }), (all, rows) => {
        const kept = fitRows(
          all.map((worth, n) => ({ worth, lines: [`${n}`] })),
          rows,
        ).map(Number);
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
        const gone = all.filter((_, n) => !kept.includes(n));
        expect(Math.max(0, ...gone)).toBeLessThanOrEqual(Math.min(...kept.map((n) => all[n]!)));
      }),
    );
  });
});
