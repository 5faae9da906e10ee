import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.js';

const bytes = (...list: readonly number[]) => Uint8Array.from(list);

describe('bytes as text', () => {
  test('UTF-8 is read', () => {
    expect(decodeText(new TextEncoder().encode('tâche 😀'))).toEqual({ ok: true, value: 'tâche 😀' });
  });
  test('a byte order mark is taken away', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ ok: true, value: 'a' });
  });
  test('nothing is nothing', () => {
    expect(decodeText(bytes())).toEqual({ ok: true, value: '' });
  });
  test.each([
    ['little-endian UTF-16', bytes(0xff, 0xfe, 0x61, 0)],
    ['big-endian UTF-16', bytes(0xfe, 0xff, 0, 0x61)],
  ])('%s is refused', (_, text) => {
    expect(decodeText(text)).toEqual({ ok: false, error: { message: 'the text is UTF-16', offset: 0 } });
  });
  test.each([
    ['Latin-1', bytes(0x61, 0x62, 0xe4, 0x63), 2, '0xe4'],
    ['a byte that is never UTF-8', bytes(0xc0), 0, '0xc0'],
    ['a character cut off at the end', bytes(0x61, 0xf0, 0x9f), 1, '0xf0'],
    ['an encoded surrogate', bytes(0x61, 0x62, 0x63, 0xed, 0xa0, 0x80), 3, '0xed'],
  ])('%s is refused with the offset of the character', (_, text, offset, byte) => {
    expect(decodeText(text)).toEqual({ ok: false, error: { message: `byte ${offset} (${byte}) is not UTF-8`, offset } });
  });

  test('what was encoded is decoded', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeText(new TextEncoder().encode(text))).toEqual({ ok: true, value: text });
      }),
    );
  });
  test('the offset is where valid text ends', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const good = new TextEncoder().encode(before);
        const result = decodeText(Uint8Array.from([...good, 0xff, ...new TextEncoder().encode(after)]));
        expect(result).toMatchObject({ ok: false, error: { offset: good.length } });
      }),
    );
  });
});
