import { anIndex } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesBelow } from './files-below.js';
import { foldersOf, nearestFolder } from './folders-of.js';

const INDEX = anIndex(['a', 'a-b/x', 'a/b/c', 'a/d', 'a0/x', 'b/x']);

describe('files below', () => {
  test.each([
    ['', ['a', 'a-b/x', 'a/b/c', 'a/d', 'a0/x', 'b/x']],
    ['a', ['a/b/c', 'a/d']],
    ['a/', ['a/b/c', 'a/d']],
    ['a/b', ['a/b/c']],
    ['c', []],
  ])('%j', (folder, files) => {
    expect(filesBelow(folder, INDEX).map(({ path }) => path)).toEqual(files);
  });

  test('any folder of any tree, as by looking at every file', async () => {
    const name = fc.constantFrom('a', 'a0', 'a-', 'é', 'b');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    await fc.assert(
      fc.property(fc.uniqueArray(path), path, (paths, folder) => {
        const index = anIndex(paths);
        const plain = index.files.filter((file) => file.path.startsWith(`${folder}/`));
        expect(filesBelow(folder, index)).toEqual(plain);
      }),
    );
  });
});

test('folders are every part above a file', () => {
  expect([...foldersOf(INDEX)].sort()).toEqual(['a', 'a-b', 'a/b', 'a0', 'b']);
  expect(foldersOf(INDEX)).toBe(foldersOf(INDEX));
});

test.each([
  ['a/b/c/d', 'a/b'],
  ['a/b/', 'a/b'],
  ['a', 'a'],
  ['x/y', ''],
  ['', ''],
])('the nearest folder of %j is %j', (path, folder) => {
  expect(nearestFolder(path, foldersOf(INDEX))).toBe(folder);
});
