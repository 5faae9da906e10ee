import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoted, shortened, visible } from './quoted.js';

describe('what is shown of a text', () => {
  test.each([
    ['plain', 'order-api', '"order-api"'],
    ['line breaks and tabs by name', 'a\nb\tc\r', '"a\\nb\\tc\\r"'],
    ['terminal control', '\u001b[31mred', '"\\x1b[31mred"'],
    ['NUL', 'a\0b', '"a\\x00b"'],
    ['a bidi override', 'a\u202eb', '"a\\u202eb"'],
    ['a zero-width space', 'a\u200bb', '"a\\u200bb"'],
    ['half of a surrogate pair', 'a\ud83d', '"a\\ud83d"'],
    ['an emoji stays', 'a😀', '"a😀"'],
    ['an invisible character beyond the basic plane', 'a\u{e0041}', '"a\\u{e0041}"'],
  ])('%s', (_, text, shown) => {
    expect(quoted(text)).toBe(shown);
  });

  test('80 characters are shown whole, more are cut', () => {
    expect(shortened('x'.repeat(80))).toBe('x'.repeat(80));
    expect(shortened('x'.repeat(81))).toBe(`${'x'.repeat(77)}...`);
    expect(shortened('x'.repeat(1_000_000))).toBe(`${'x'.repeat(77)}...`);
  });

  test('a cut never leaves half a character', () => {
    expect(shortened(`${'x'.repeat(76)}${'😀'.repeat(9)}`)).toBe(`${'x'.repeat(76)}...`);
  });

  test('nothing that commands a terminal comes through, and never more than 80 characters', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const shown = shortened(text);
        expect(shown.length).toBeLessThanOrEqual(80);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});

test('a text may also stay whole', () => {
  expect(visible(`${'x'.repeat(100)}\u0007`)).toBe(`${'x'.repeat(100)}\\x07`);
});
