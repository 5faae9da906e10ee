import { expect, it } from 'vitest';
import { freeHubs } from './free-hubs.js';

it('are the files of every policy but serialize, letters in any case', () => {
  const isFree = freeHubs([
    { files: ['package-lock.json'], policy: 'regenerate', command: 'npm install' },
    { files: ['**/CHANGELOG.md'], policy: 'union' },
    { files: ['*.snap', '!keep.snap'], policy: 'ignore' },
    { files: ['src/routes.ts'], policy: 'serialize' },
  ]);
  const paths = ['package-lock.json', 'libs/changelog.md', 'a.snap', 'keep.snap', 'src/routes.ts', 'a.ts'];
  expect(paths.filter(isFree)).toEqual(['package-lock.json', 'libs/changelog.md', 'a.snap']);
});

it('calls a pattern that was let through unchecked a bug', () => {
  expect(() => freeHubs([{ files: ['../x'], policy: 'union' }])).toThrow('Internal error: globs that were not checked: ../x');
});
