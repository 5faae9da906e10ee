import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, padEnd, padStart } from './columns-of.js';
import { cutEnd } from './cut-end.js';

const unicode = { unicode: true };
const ascii = { unicode: false };

describe('a text that is too long', () => {
  it.each([
    ['order-history', 20, 'order-history'],
    ['order-history', 13, 'order-history'],
    ['order-history', 12, 'order-histo…'],
    ['order-history', 1, '…'],
    ['order-history', 0, ''],
    ['注文履歴', 7, '注文履…'],
    ['注文履歴', 6, '注文…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
  ])('%s in %i columns is %s', (text, width, wanted) => {
    expect(cutEnd(text, width, unicode)).toBe(wanted);
  });

  it('ends in three dots without Unicode', () => {
    expect(cutEnd('order-history', 10, ascii)).toBe('order-h...');
    expect(cutEnd('order-history', 2, ascii)).toBe('..');
  });

  it('is never wider than asked, whatever it is made of', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), fc.boolean(), (text, width, yes) => {
        expect(columnsOf(cutEnd(text, width, { unicode: yes }))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('padding', () => {
  it('counts columns, not characters', () => {
    expect([padEnd('注文', 6), padStart('注文', 6), padEnd('long', 2)]).toEqual(['注文  ', '  注文', 'long']);
  });
});
