import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRepoPath, fileNameOf, folderOf, repoPath } from './repo-path.js';

const anyPath = fc.string({ unit: fc.constantFrom('a', 'b', '.', '/', '..', '\\', ' ', 'é', '\0'), maxLength: 12 });

describe('a path in the repository', () => {
  it.each(['a', 'a/b.ts', '.env', '...', 'a/..b/c', 'a b/ö.txt', 'a\\b', '-rf'])('may be %j', (text) => {
    expect(asRepoPath(text)).toBe(text);
  });

  it.each(['', '/', '/a', 'a/', 'a//b', './a', 'a/./b', '..', 'a/../b', '../a', 'a\0b'])('may not be %j', (text) => {
    expect(asRepoPath(text)).toBe(undefined);
    expect(() => repoPath(text)).toThrow('Internal error: not a repository path');
  });

  it('stays below the root wherever that is, and is spelt in one way only', async () => {
    await fc.assert(
      fc.property(anyPath, (text) => {
        if (asRepoPath(text) !== undefined) expect(posix.resolve('/root', text)).toBe(`/root/${text}`);
      }),
    );
  });

  it('is its folder and its name', async () => {
    expect([folderOf('a/b/c.ts'), fileNameOf('a/b/c.ts'), folderOf('c.ts'), fileNameOf('c.ts')]).toEqual([
      'a/b',
      'c.ts',
      '',
      'c.ts',
    ]);
    await fc.assert(
      fc.property(anyPath, (text) => {
        if (asRepoPath(text) !== undefined) expect(posix.join(folderOf(text), fileNameOf(text))).toBe(text);
      }),
    );
  });
});
