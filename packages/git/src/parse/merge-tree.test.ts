import { expect, it } from 'vitest';
import { parseMergeTree } from './merge-tree.js';

const tree = '90ec2f7a707a0281658ba0a840119c87b4afa134';
const wide = `${tree}${'0'.repeat(24)}`;

it.each([tree, wide])('a tree and nothing else is a clean merge: %s', (id) => {
  expect(parseMergeTree(`${id}\0`)).toEqual({ outcome: 'clean', tree: id });
});

it('reads conflicted paths and what git says about them', () => {
  const printed = [
    ...[tree, 'b c.txt', 'a\n.txt', 'a\n.txt', ''],
    ...['1', 'a\n.txt', 'Auto-merging', 'Auto-merging a\n.txt\n'],
    ...['1', 'a\n.txt', 'CONFLICT (contents)', 'CONFLICT (content): Merge conflict in a\n.txt\n'],
    ...['2', 'b c.txt', 'old.txt', 'CONFLICT (rename/delete)', 'CONFLICT (rename/delete): old.txt renamed to b c.txt\n'],
    '',
  ].join('\0');
  expect(parseMergeTree(printed)).toEqual({
    outcome: 'conflict',
    tree,
    paths: ['a\n.txt', 'b c.txt'],
    messages: ['CONFLICT (content): Merge conflict in a\n.txt', 'CONFLICT (rename/delete): old.txt renamed to b c.txt'],
  });
});

it('keeps the paths when the messages are cut off', () => {
  expect(parseMergeTree(`${tree}\0a.txt\0`)).toEqual({ outcome: 'conflict', tree, paths: ['a.txt'], messages: [] });
});

it.each(['', 'merge-tree: nosuch - not something we can merge\0', `${tree.slice(1)}\0`])(
  'without a tree nothing was merged: %j',
  (text) => {
    expect(parseMergeTree(text)).toEqual({ outcome: 'refused' });
  },
);
