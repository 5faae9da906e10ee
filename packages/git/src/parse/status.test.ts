import { expect, it } from 'vitest';
import { parseStatus } from './status.js';

const id = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

it('reads changed, renamed, unmerged and untracked paths as git prints them, sorted', () => {
  const printed = [
    `1 .M N... 100644 100644 100644 ${id} ${id} with space and \n newline.txt`,
    `1 A. N... 000000 100644 100644 ${id} ${id} b.txt`,
    `2 R. N... 100644 100644 100644 ${id} ${id} R100 new name.txt`,
    'old name.txt',
    `u UU N... 100644 100644 100644 100644 ${id} ${id} ${id} clash.txt`,
    '? ünï/ç.txt',
    '? nested/',
    '',
  ].join('\0');
  expect(parseStatus(printed)).toEqual([
    { path: 'b.txt', is: 'changed', embedded: false },
    { path: 'clash.txt', is: 'unmerged', embedded: false },
    { path: 'nested', is: 'untracked', embedded: true },
    { path: 'new name.txt', is: 'changed', embedded: false },
    { path: 'with space and \n newline.txt', is: 'changed', embedded: false },
    { path: 'ünï/ç.txt', is: 'untracked', embedded: false },
  ]);
});

it('takes the old name of a rename for no path of its own, whatever it looks like', () => {
  const printed = `2 R. N... 100644 100644 100644 ${id} ${id} R100 new\0? looks untracked\0`;
  expect(parseStatus(printed)).toEqual([{ path: 'new', is: 'changed', embedded: false }]);
});

it('leaves out headers and ignored files', () => {
  expect(parseStatus('# branch.oid abc\0! node_modules/\0')).toEqual([]);
});

it('reads nothing from a clean checkout', () => {
  expect(parseStatus('')).toEqual([]);
});
