import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeText, shown } from './safe-text.js';

describe('text from outside', () => {
  it.each([
    ['an escape sequence', 'a\x1b[2Jb', 'a\\x1b[2Jb'],
    ['a bell', 'a\x07', 'a\\x07'],
    ['a title sequence', '\x1b]0;owned\x07', '\\x1b]0;owned\\x07'],
    ['DEL and C1', '\x7f\x9b31m', '\\x7f\\x9b31m'],
    ['line breaks and tabs', 'a\r\nb\tc', 'a\\r\\nb\\tc'],
    ['a right-to-left override', 'a\u202egnp.exe', 'a\\u202egnp.exe'],
    ['isolates', '\u2066a\u2069', '\\u2066a\\u2069'],
    ['zero-width characters', 'a\u200bb\u200d\ufeff', 'a\\u200bb\\u200d\\ufeff'],
    ['line and paragraph separators', '\u2028\u2029', '\\u2028\\u2029'],
    ['half a surrogate pair', 'a\ud83d', 'a\\ud83d'],
    ['a soft hyphen', 'a\u00adb', 'a\\xadb'],
    ['an invisible tag', '\u{e0041}', '\\u{e0041}'],
    ['nothing that can be seen', 'naïve 注文 🚀 ❤️ e\u0301', 'naïve 注文 🚀 ❤️ e\u0301'],
    ['no backslash', 'C:\\x', 'C:\\x'],
  ])('shows %s', (_, text, wanted) => {
    expect(safeText(text)).toBe(wanted);
  });

  it('is the same when made safe again', async () => {
    await fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => safeText(safeText(text)) === safeText(text)));
  });

  it('holds no control, no bidi mark and nothing invisible afterwards', async () => {
    const bad = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/u;
    await fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !bad.test(safeText(text))));
  });
});

describe('a terminal without Unicode', () => {
  it('gets ASCII only, for the bytes of other signs may be its control codes', () => {
    expect(shown('naïve 🚀', { unicode: false })).toBe('na\\xefve \\u{1f680}');
    expect(shown('naïve 🚀', { unicode: true })).toBe('naïve 🚀');
  });
});
