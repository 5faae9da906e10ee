import { expect, it } from 'vitest';
import { parseMergeTree } from './merge-tree.js';

const tree = '90ec2f7a707a0281658ba0a840119c87b4afa134';
const wide = `${tree}${'0'.repeat(24)}`;

it.each([tree, wide])('a tree and nothing else is a clean merge: %s', (id) => {
  expect(parseMergeTree(`${id}\0`)).toEqual({ outcome: 'clean', tree: id });
});

it('reads the sides of conflicted paths and what git says about them', () => {
  const printed = [
    ...[tree, `100644 ${tree} 3\tb c.txt`, `100755 ${tree} 1\ta\n\t.txt`, `100644 ${wide} 2\ta\n\t.txt`, ''],
    ...['1', 'a\n\t.txt', 'Auto-merging', 'Auto-merging a\n\t.txt\n'],
    ...['1', 'a\n\t.txt', 'CONFLICT (contents)', 'CONFLICT (content): Merge conflict in a\n\t.txt\n'],
    ...['2', 'b c.txt', 'old.txt', 'CONFLICT (rename/delete)', 'CONFLICT (rename/delete): old.txt renamed to b c.txt\n'],
    '',
  ].join('\0');
  expect(parseMergeTree(printed)).toEqual({
    outcome: 'conflict',
    tree,
    sides: [
      { mode: '100644', id: tree, side: 3, path: 'b c.txt' },
      { mode: '100755', id: tree, side: 1, path: 'a\n\t.txt' },
      { mode: '100644', id: wide, side: 2, path: 'a\n\t.txt' },
    ],
    messages: [
      { type: 'CONFLICT (contents)', paths: ['a\n\t.txt'], text: 'CONFLICT (content): Merge conflict in a\n\t.txt' },
      {
        type: 'CONFLICT (rename/delete)',
        paths: ['b c.txt', 'old.txt'],
        text: 'CONFLICT (rename/delete): old.txt renamed to b c.txt',
      },
    ],
  });
});

it('keeps the paths when the messages are cut off', () => {
  expect(parseMergeTree(`${[tree, `100644 ${tree} 2\ta.txt`].join('\0')}\0`)).toEqual({
    outcome: 'conflict',
    tree,
    sides: [{ mode: '100644', id: tree, side: 2, path: 'a.txt' }],
    messages: [],
  });
});

it.each(['', 'merge-tree: nosuch - not something we can merge\0', `${tree.slice(1)}\0`])(
  'without a tree nothing was merged: %j',
  (text) => {
    expect(parseMergeTree(text)).toEqual({ outcome: 'refused' });
  },
);
