import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineSplitter } from './line-splitter.js';

function split(chunks: readonly Uint8Array[], limit?: number): readonly string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line), limit);
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

const bytes = (text: string) => Buffer.from(text);

test('wherever the bytes are cut, the lines are the same', async () => {
  const text = fc.array(fc.constantFrom('a', 'é', '🙂', '\n', '{"x":1}'), { maxLength: 40 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.property(text, fc.array(fc.nat(120), { maxLength: 8 }), (whole, cuts) => {
      const all = bytes(whole);
      const places = [0, ...cuts.filter((cut) => cut <= all.length).sort((a, b) => a - b), all.length];
      const chunks = places.slice(1).map((to, n) => all.subarray(places[n], to));
      expect(split(chunks)).toEqual(split([all]));
    }),
  );
});

test('the last line needs no newline, an empty line is a line, a carriage return before the newline goes', () => {
  expect(split([bytes('a\r\n\nb')])).toEqual(['a', '', 'b']);
});

test('a line of 10 MB comes whole', () => {
  const long = 'x'.repeat(10 * 1024 * 1024);
  expect(split([bytes(`${long}\nshort\n`)])).toEqual([long, 'short']);
});

test('a line beyond the limit is left out and the next one is read', () => {
  expect(split([bytes('12345'), bytes('678'), bytes('90\nabc\n')], 8)).toEqual(['abc']);
});

test('invalid UTF-8 becomes the replacement character', () => {
  expect(split([Uint8Array.of(0x61, 0xff, 0x62, 0x0a)])).toEqual(['a\ufffdb']);
});
