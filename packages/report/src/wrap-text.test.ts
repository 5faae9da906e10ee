import fc from 'fast-check';
import { expect, it } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { wrapText } from './wrap-text.js';

it('breaks texts of narrow signs as the library does', async () => {
  const sign = fc.constantFrom('a', 'b', ' ', ' ', '·', '–', '→', 'é', '✔', '─', '●');
  const text = fc.string({ unit: sign, maxLength: 60 });
  await fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 20 }), (signs, columns) => {
      expect(wrapText(signs, columns).join('\n')).toBe(wrapAnsi(signs, columns, { hard: true, trim: true }));
    }),
    { numRuns: 2_000 },
  );
});

it('keeps the signs it breaks between', () => {
  expect(wrapText('· one – two → three', 9)).toEqual(['· one –', 'two →', 'three']);
});

it('breaks wide signs and colours with what they take', () => {
  expect(wrapText('日本語', 4)).toEqual(['日本', '語']);
  expect(wrapText('\x1b[1mone two\x1b[22m', 4)).toEqual(['\x1b[1mone\x1b[22m', '\x1b[1mtwo\x1b[22m']);
});
