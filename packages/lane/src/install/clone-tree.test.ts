import { chmodSync, lstatSync, mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder, writeFiles } from '../lane-rig.testing.js';
import { cloneTree } from './clone-tree.js';

function aTree(): string {
  const from = join(tempFolder(), 'from');
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`many/${n}.txt`, String(n)]));
  writeFiles(from, { 'a/run.sh': 'echo', 'a/b/deep.txt': 'deep', ...many });
  chmodSync(join(from, 'a/run.sh'), 0o755);
  mkdirSync(join(from, 'empty'));
  symlinkSync('../a', join(from, 'many/link'));
  symlinkSync('nowhere', join(from, 'dangling'));
  return from;
}

test.each(['copy', 'link'] as const)('%s: everything is there, links as they were', async (mode) => {
  const from = aTree();
  const to = join(tempFolder(), 'to');
  await cloneTree(from, to, mode);
  expect(readFileSync(join(to, 'a/b/deep.txt'), 'utf8')).toBe('deep');
  expect(readFileSync(join(to, 'many/99.txt'), 'utf8')).toBe('99');
  expect([readlinkSync(join(to, 'many/link')), readlinkSync(join(to, 'dangling'))]).toEqual(['../a', 'nowhere']);
  expect([statSync(join(to, 'a/run.sh')).mode & 0o777, lstatSync(join(to, 'empty')).isDirectory()]).toEqual([0o755, true]);
});

test('copies are files of their own, links are not', async () => {
  const from = aTree();
  const [copy, link] = [join(tempFolder(), 'copy'), join(tempFolder(), 'link')];
  await cloneTree(from, copy, 'copy');
  await cloneTree(from, link, 'link');
  writeFileSync(join(from, 'a/b/deep.txt'), 'changed');
  expect([readFileSync(join(copy, 'a/b/deep.txt'), 'utf8'), readFileSync(join(link, 'a/b/deep.txt'), 'utf8')]).toEqual([
    'deep',
    'changed',
  ]);
});

test('never into a place that is there', async () => {
  await expect(cloneTree(aTree(), tempFolder(), 'copy')).rejects.toMatchObject({ code: 'EEXIST' });
});
