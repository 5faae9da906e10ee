import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBytes, plainBytesOf } from './plain-bytes.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const plain = (text: string): string => decoder.decode(plainBytesOf(text));

describe('a text made plain', () => {
  it.each([
    ['in ASCII is as it was, capitals and all', 'Order HISTORY\r\n\t\0$_', 'Order HISTORY\r\n\t\0$_'],
    ['has other letters in lower case', 'ÄNDERN Заказы', 'äNDERN заказы'],
    ['has blanks for signs and pictures', 'a — b 🚀 c…', 'a   b   c '],
    ['keeps digits and marks of other scripts', '४२ हिन्दी', '४२ हिन्दी'],
    ['has a blank for half a character', 'a\ud83db', 'a b'],
  ])('%s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('is not copied when there is nothing to do', () => {
    const bytes = encoder.encode('plain ASCII');
    expect(plainBytes(bytes)).toBe(bytes);
  });

  it('has a blank for bytes that are no UTF-8', () => {
    const broken = Uint8Array.from([0x61, 0xff, 0xfe, 0x62]);
    expect(decoder.decode(plainBytes(broken))).toBe('a b');
  });

  it('is the same from bytes and from the string', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    await fc.assert(
      fc.property(text, (one) => {
        // A byte-order mark before everything is no part of the text, and is dropped with the bytes.
        fc.pre(!one.startsWith('\ufeff'));
        expect(decoder.decode(plainBytes(encoder.encode(one)))).toBe(plain(one));
      }),
    );
  });

  it('made plain once more is the same', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (one) => {
        expect(plain(plain(one))).toBe(plain(one));
      }),
    );
  });
});
