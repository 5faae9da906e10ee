import { expect, test } from 'vitest';
import { fewWords, fileName } from './few-words.js';

test.each([
  ['npm test', 'npm test'],
  ['cat /home/me/shop/apps/api/main.ts', 'cat main.ts'],
  ['cd "/a/b c" && ls /x/y', 'cd "b c" && ls y'],
  ['one\ntwo\tthree', 'one two three'],
  ['red \u001b[31mtext\u0007', 'red [31mtext'],
  ['\u202eevil', 'evil'],
  ['apps/api/main.ts', 'apps/api/main.ts'],
  ['x'.repeat(80), `${'x'.repeat(59)}…`],
  [`${'x'.repeat(58)}😀 and more`, `${'x'.repeat(58)}…`],
  ['', ''],
])('%j becomes %j', (text, short) => {
  expect(fewWords(text)).toBe(short);
});

test('the name of a file is the last part of its path', () => {
  expect(['/a/b/c.ts', 'c.ts', 'C:\\a\\c.ts', '/a/b/', ''].map(fileName)).toEqual(['c.ts', 'c.ts', 'c.ts', 'b', '']);
});
