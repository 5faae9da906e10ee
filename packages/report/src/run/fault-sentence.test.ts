import type { LintFault } from '@breakwater/model';
import { expect, it } from 'vitest';
import { faultSentence } from './fault-sentence.js';

const CASES: readonly (readonly [string, LintFault])[] = [
  [
    'README.md and readme.md are one file where case or accents do not count',
    { rule: 'collision', path: 'README.md', other: 'readme.md' },
  ],
  [".GIT/x has a name that some disks take for git's own folder", { rule: 'git-name', path: '.GIT/x' }],
  ['vendor makes or changes a submodule', { rule: 'submodule', path: 'vendor' }],
  ['out is a link that leads out of the repository, to /etc\\x1b', { rule: 'link', path: 'out', target: '/etc\x1b' }],
  ['a.bin is 120 MB large', { rule: 'large', path: 'a.bin', size: 120 * 1024 * 1024 }],
];

it.each(CASES)('%s', (words, fault) => {
  expect(faultSentence([fault])).toBe(words);
});

it('counts what else there is', () => {
  const fault: LintFault = { rule: 'submodule', path: 'vendor' };
  expect(faultSentence([fault, fault, fault])).toBe('vendor makes or changes a submodule, and 2 more like it');
  expect(faultSentence([])).toBe('');
});
