import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginOf, endOf } from './cut-text.js';

const FAMILY = '👨‍👩‍👧';

describe('a text that is cut', () => {
  it.each<[string, number, string, string]>([
    ['short', 9, 'short', 'short'],
    ['a plain one', 5, 'a pla', 'n one'],
    ['a😀b', 2, 'a', 'b'],
    ['a😀b', 3, 'a😀', '😀b'],
    ['e\u0301e\u0301', 3, 'e\u0301', 'e\u0301'],
    [`${FAMILY}${FAMILY}`, 9, FAMILY, FAMILY],
    ['🇩🇪🇫🇷', 6, '🇩🇪', '🇫🇷'],
    ['a\r\nb', 2, 'a', 'b'],
  ])('%j to %d begins with %j and ends with %j', (text, most, begin, end) => {
    expect([beginOf(text, most), endOf(text, most)]).toEqual([begin, end]);
  });

  it('is as long as was asked for, but for one character, and well formed', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', ' ', '😀', 'é', 'e\u0301', '語'), maxLength: 400 });
    await fc.assert(
      fc.property(letters, fc.integer({ min: 0, max: 300 }), (text, most) => {
        for (const part of [beginOf(text, most), endOf(text, most)]) {
          expect(part.length).toBeLessThanOrEqual(most);
          expect(part.length).toBeGreaterThan(Math.min(most, text.length) - 3);
          expect(Buffer.from(part, 'utf8').toString('utf8')).toBe(part);
        }
        expect([text.startsWith(beginOf(text, most)), text.endsWith(endOf(text, most))]).toEqual([true, true]);
      }),
    );
  });

  it('is cut in the end, be it one heap of accents', () => {
    expect(beginOf(`a${'\u0301'.repeat(999)}`, 500)).toHaveLength(500);
    expect(endOf(`a${'\u0301'.repeat(999)}`, 500).length).toBeGreaterThan(300);
    expect(beginOf('😀'.repeat(99).concat('\u0301'.repeat(999)), 401)).toHaveLength(401);
  });
});
