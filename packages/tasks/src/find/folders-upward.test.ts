import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../worlds.testing.js';
import { foldersUpward } from './folders-upward.js';
import { shownPath } from './shown-path.js';

describe('folders to search', () => {
  test('from the present one up to the top of the repository, and no further', async () => {
    const root = aFolder({ 'apps/api/src/': '' });
    expect(await foldersUpward({ root, cwd: join(root, 'apps/api') })).toEqual([
      join(root, 'apps/api'),
      join(root, 'apps'),
      root,
    ]);
  });
  test('the top alone', async () => {
    const root = aFolder();
    expect(await foldersUpward({ root, cwd: root })).toEqual([root]);
  });
  test('both, when the present one lies elsewhere', async () => {
    const [root, cwd] = [aFolder(), aFolder()];
    expect(await foldersUpward({ root, cwd })).toEqual([cwd, root]);
  });
  test('through a symbolic link to the repository', async () => {
    const root = aFolder({ 'apps/': '' });
    const link = join(aFolder(), 'link');
    symlinkSync(root, link);
    expect(await foldersUpward({ root, cwd: join(link, 'apps') })).toEqual([join(root, 'apps'), root]);
  });
  test('a folder whose name begins with two dots is inside', async () => {
    const root = aFolder({ '..x/y/': '' });
    expect(await foldersUpward({ root, cwd: join(root, '..x/y') })).toEqual([join(root, '..x/y'), join(root, '..x'), root]);
  });
  test('one that does not exist is taken as it is', async () => {
    const root = aFolder();
    expect(await foldersUpward({ root, cwd: join(root, 'gone') })).toEqual([join(root, 'gone'), root]);
  });
});

test.each([
  ['/repo/tasks.yaml', '/repo', 'tasks.yaml'],
  ['/repo/tasks.yaml', '/repo/apps/api', '../../tasks.yaml'],
  ['/repo/apps/x.yaml', '/repo/apps', 'x.yaml'],
  ['/repo', '/repo', '.'],
  ['/other/x.yaml', '/repo', '/other/x.yaml'],
  ['/repo/..x/y.yaml', '/repo', '..x/y.yaml'],
  ['/', '/repo', '/'],
  ['/repo2/x.yaml', '/repo', '/repo2/x.yaml'],
])('%s is shown in %s as %s', (path, cwd, shown) => {
  expect(shownPath(path, cwd, '/repo')).toBe(shown);
});
