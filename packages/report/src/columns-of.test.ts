import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { columnsOf, padEnd, padStart } from './columns-of.js';

describe('the columns of a text', () => {
  it.each([
    ['abc', 3],
    ['', 0],
    ['注文', 4],
    ['é', 1],
    ['🚀', 2],
    ['👩‍👩‍👧', 2],
    ['\x1b[31mred\x1b[39m', 3],
    ['● ◐ ○ ▶ ✔ ✖ ‖ ↳ …', 17],
    ['a\ue000b', 3],
  ])('%j: %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

it('is what the library says, for every character up to the symbols and for any of them together', async () => {
  const all = Array.from({ length: 0x2800 }, (_, code) => String.fromCharCode(code));
  expect(all.filter((one) => columnsOf(one) !== stringWidth(one))).toEqual([]);
  const text = fc.string({ unit: fc.constantFrom(...all), maxLength: 6 });
  await fc.assert(
    fc.property(text, (some) => {
      expect(columnsOf(some)).toBe(stringWidth(some));
    }),
  );
});

describe('padding', () => {
  it('reaches the width or leaves the text alone, and puts the text at its end of it', async () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme-ascii' }), fc.constantFrom('注文履歴', 'a注', '🚀x'));
    await fc.assert(
      fc.property(text, fc.nat(20), (short, width) => {
        const wide = Math.max(width, columnsOf(short));
        expect([padEnd(short, width), padStart(short, width)].map(columnsOf)).toEqual([wide, wide]);
        expect(padEnd(short, width).startsWith(short) && padStart(short, width).endsWith(short)).toBe(true);
      }),
    );
  });
});
