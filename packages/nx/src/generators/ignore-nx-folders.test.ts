import { expect, it } from 'vitest';
import { aTree } from '../nx-rig.testing.js';
import { ignoreNxFolders } from './ignore-nx-folders.js';

it.each([
  [undefined, '.nx/cache\n.nx/workspace-data\n'],
  ['', '.nx/cache\n.nx/workspace-data\n'],
  ['dist', 'dist\n.nx/cache\n.nx/workspace-data\n'],
  ['dist\r\n.nx/cache\r\n', 'dist\r\n.nx/cache\r\n.nx/workspace-data\n'],
  ['  /.nx/workspace-data/  \n', '  /.nx/workspace-data/  \n.nx/cache\n'],
  ['# .nx\n!.nx\nx.nx\n', '# .nx\n!.nx\nx.nx\n.nx/cache\n.nx/workspace-data\n'],
])('%j becomes %j, and stays so', (before, after) => {
  const tree = aTree(before === undefined ? {} : { '.gitignore': before });
  ignoreNxFolders(tree);
  ignoreNxFolders(tree);
  expect([tree.files.get('.gitignore'), tree.written]).toEqual([after, ['.gitignore']]);
});

it.each(['.nx\r\ndist', '/.nx/', '.nx/workspace-data\n.nx/cache'])('%j says it already', (text) => {
  const tree = aTree({ '.gitignore': text });
  ignoreNxFolders(tree);
  expect(tree.written).toEqual([]);
});
