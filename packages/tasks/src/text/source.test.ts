import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aSource } from '../worlds.testing.js';
import { placeOfFile, placeOfSpot } from './source.js';

const TEXT = 'first\n  second line\r\n\nlast';

describe('a spot becomes a place', () => {
  const source = aSource(TEXT, 'a.yaml');
  const place = (start: number, end: number) => placeOfSpot({ source, start, end });

  test('on the first line', () => {
    expect(place(0, 5)).toEqual({ file: 'a.yaml', line: 1, column: 1, length: 5, text: 'first' });
  });
  test('in the middle of a line that ends as on Windows', () => {
    expect(place(8, 14)).toEqual({ file: 'a.yaml', line: 2, column: 3, length: 6, text: '  second line' });
  });
  test('underlining at most the rest of its first line', () => {
    expect(place(8, TEXT.length)).toEqual({ file: 'a.yaml', line: 2, column: 3, length: 11, text: '  second line' });
  });
  test('on an empty line, underlining one column', () => {
    expect(place(21, 21)).toEqual({ file: 'a.yaml', line: 3, column: 1, length: 1, text: '' });
  });
  test('at the very end', () => {
    expect(place(TEXT.length, TEXT.length)).toEqual({ file: 'a.yaml', line: 4, column: 5, length: 1, text: 'last' });
  });
});

test('a file as a whole is its first line, without text', () => {
  expect(placeOfFile('a.yaml')).toEqual({ file: 'a.yaml', line: 1, column: 1, length: 1, text: '' });
});

test('line and column lead back to the offset, in any text', async () => {
  await fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'é', '\n', '\r\n', '😀')), fc.nat(), (parts, n) => {
      const text = parts.join('');
      const start = n % (text.length + 1);
      const { line, column } = placeOfSpot({ source: aSource(text), start, end: start });
      const before = text.split('\n').slice(0, line - 1);
      expect(before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1).toBe(start);
    }),
  );
});
