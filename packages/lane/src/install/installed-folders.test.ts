import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { repoPath } from '@breakwater/model';
import { aBlob } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { tempFolder, writeFiles } from '../lane-rig.testing.js';
import { foldersThere, installFolders, isMixed } from './installed-folders.js';

const entries = (...paths: readonly string[]) =>
  paths.map((path, n) => ({ path: repoPath(path), blob: aBlob(n), mode: '100644' as const, size: 1 }));

it('packages may be installed beside every manifest of the tree, the top first, though it has none', () => {
  const tree = entries(
    'b/package.json',
    'a/b/package.json',
    'a/package.json',
    'a/package.json.bak',
    'a/x-package.json',
    'ü ü/package.json',
  );
  const expected = ['node_modules', 'a/node_modules', 'a/b/node_modules', 'b/node_modules', 'ü ü/node_modules'];
  expect(installFolders(tree)).toEqual(expected);
  expect(installFolders([...tree].reverse())).toEqual(expected);
  expect(installFolders([])).toEqual(['node_modules']);
});

it("a package that was committed as installed has no folder of its own, and what holds it is no install's", () => {
  const tree = entries(
    'node_modules/x/package.json',
    'a/node_modules/y/z/package.json',
    'my_node_modules/package.json',
    'package.json',
  );
  expect(installFolders(tree)).toEqual(['my_node_modules/node_modules']);
});

it('what an install put beside committed packages is noticed', async () => {
  const place = tempFolder();
  const tree = entries('package.json', 'test/package.json', 'test/node_modules/x/index.js');
  writeFiles(place, { 'node_modules/a/index.js': '', 'test/node_modules/x/index.js': '' });
  expect(await isMixed(place, tree)).toBe(false);
  writeFiles(place, { 'test/node_modules/y/index.js': '' });
  expect(await isMixed(place, tree)).toBe(true);
});

it('of those only folders are there, no file and no link to a folder', async () => {
  const place = tempFolder();
  writeFiles(place, { 'node_modules/x': '', 'b/node_modules': 'a file', 'c/x': '' });
  symlinkSync(join(place, 'node_modules'), join(place, 'c/node_modules'));
  expect(await foldersThere(place, ['node_modules', 'a/node_modules', 'b/node_modules', 'c/node_modules'])).toEqual([
    'node_modules',
  ]);
});
