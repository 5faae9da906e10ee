import { describe, expect, it, test } from 'vitest';
import { collisions } from './collisions.js';
import { hasGitName } from './git-name.js';
import { escapes } from './link-target.js';

test.each(['.git', '.GIT/config', 'a/.Git/hooks/x', 'git~1/x', '.git. ./x', '.git::$INDEX', 'a\\.git\\x', '.g\u200cit/config'])(
  '%j is git for some disk',
  (path) => {
    expect(hasGitName(path)).toBe(true);
  },
);

test.each(['.gitignore', '.github/x', 'git', 'a.git/x', 'git~2/x', '.gitx'])('%j is a name like any other', (path) => {
  expect(hasGitName(path)).toBe(false);
});

test.each([
  ['a/link', '../b', false],
  ['link', 'b/c', false],
  ['a/link', '../../b', true],
  ['link', '/etc/passwd', true],
  ['link', 'C:\\x', true],
  ['a/link', '..\\..\\x', true],
  ['a/link', '../.git/config', true],
  ['link', '..', true],
])('a link at %j to %j leads out: %j', (path, target, out) => {
  expect(escapes(path, target)).toBe(out);
});

describe('collisions', () => {
  it('are of case and of Unicode form, of files and of their folders', () => {
    const tree = ['readme.md', 'README.md', 'src/a.ts', 'Src/b.ts', 'caf\u00e9.txt', 'cafe\u0301.txt'];
    expect(collisions(['README.md', 'Src/b.ts', 'cafe\u0301.txt'], tree)).toEqual([
      { rule: 'collision', path: 'README.md', other: 'readme.md' },
      { rule: 'collision', path: 'Src', other: 'src' },
      { rule: 'collision', path: 'cafe\u0301.txt', other: 'caf\u00e9.txt' },
    ]);
  });

  it('that were there before are not looked at', () => {
    expect(collisions(['new.ts'], ['a', 'A', 'new.ts'])).toEqual([]);
  });
});
