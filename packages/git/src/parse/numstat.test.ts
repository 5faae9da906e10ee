import { expect, it } from 'vitest';
import { parseNumstat } from './numstat.js';

it('reads added and removed lines by path, sorted; binary files count 0', () => {
  expect(parseNumstat('10\t2\tb.txt\0-\t-\tlogo.png\x000\t7\ta\tb\nc.txt\0')).toEqual([
    { path: 'a\tb\nc.txt', added: 0, removed: 7 },
    { path: 'b.txt', added: 10, removed: 2 },
    { path: 'logo.png', added: 0, removed: 0 },
  ]);
});

it('reads nothing from equal commits', () => {
  expect(parseNumstat('')).toEqual([]);
});

it('says so when the text is something else', () => {
  expect(() => parseNumstat('error: bad object\0')).toThrow('Internal error');
});
