import { describe, expect, it, test } from 'vitest';
import { collisions } from './collisions.js';
import { hasGitName } from './git-name.js';
import { escapes } from './link-target.js';

test.each([
  '.git',
  '.GIT/config',
  'a/.Git/hooks/x',
  'git~1/x',
  '.git. ./x',
  '.git::$INDEX',
  'a\\.git\\x',
  '.g\u200cit/config',
  '.git:a\nb',
])('%j is git for some disk', (path) => {
  expect(hasGitName(path)).toBe(true);
});

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
  ['a/link', '\\Windows\\x', true],
  ['a/link', '\\\\host\\share', true],
  ['a/link', 'b\\..\\c', false],
  ['link', '...', false],
  ['a/b/link', '../..', false],
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

  it('are of a letter with two lower cases, whichever a disk begins with', () => {
    expect(collisions(['\u03bf\u03b4\u03bf\u03c2'], ['\u039f\u0394\u039f\u03a3', '\u03bf\u03b4\u03bf\u03c2'])).toEqual([
      { rule: 'collision', path: '\u03bf\u03b4\u03bf\u03c2', other: '\u039f\u0394\u039f\u03a3' },
    ]);
    expect(collisions(['\u03c3.ts'], ['\u03c2.ts', '\u03c3.ts'])).toEqual([
      { rule: 'collision', path: '\u03c3.ts', other: '\u03c2.ts' },
    ]);
  });

  it('of two new names are told once, and names that are no plain keys are names', () => {
    expect(collisions(['Constructor', 'constructor'], ['Constructor', 'constructor'])).toEqual([
      { rule: 'collision', path: 'constructor', other: 'Constructor' },
    ]);
    expect(collisions(['__proto__/a', 'toString'], ['__proto__/a', 'toString', '__PROTO__x'])).toEqual([]);
  });

  it('that were there before are not looked at', () => {
    expect(collisions(['new.ts'], ['a', 'A', 'new.ts'])).toEqual([]);
  });
});
