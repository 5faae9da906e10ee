import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns-of.js';
import { strong } from './line.js';
import { wrapLine } from './wrap-line.js';

const plain = { columns: 80, colour: false, unicode: true };
const ascii = { ...plain, unicode: false };
const coloured = { ...plain, colour: true };

describe('a text', () => {
  it('is broken at words and hangs below its beginning', () => {
    expect(wrapLine(['- '], ['one two three four'], 11, plain)).toEqual(['- one two', '  three', '  four']);
  });

  it('keeps its colours on every line', () => {
    expect(wrapLine([], [strong('one two')], 4, coloured)).toEqual(['\x1b[1mone\x1b[22m', '\x1b[1mtwo\x1b[22m']);
  });

  it('does not break what is to be copied while that fits', () => {
    const line = ['answer with ', { text: 'scope: [web]', whole: true }];
    expect(wrapLine([], line, 18, plain)).toEqual(['answer with', 'scope: [web]']);
    expect(wrapLine([], line, 18, ascii)).toEqual(['answer with', 'scope: [web]']);
    expect(wrapLine([], line, 8, plain)).toEqual(['answer', 'with', 'scope:', '[web]']);
  });

  it('breaks a word that is wider than the window', () => {
    expect(wrapLine([], ['abcdefgh'], 5, plain)).toEqual(['abcde', 'fgh']);
  });

  it('may be empty', () => {
    expect(wrapLine(['- '], [''], 10, plain)).toEqual(['- ']);
  });

  it('is never wider than asked', async () => {
    const words = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 12 });
    await fc.assert(
      fc.property(words, fc.integer({ min: 6, max: 40 }), fc.boolean(), (texts, width, unicode) => {
        const lines = wrapLine(['> '], [texts.join(' ')], width, { ...coloured, unicode });
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
