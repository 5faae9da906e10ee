import { expect, it } from 'vitest';
import { parseGitVersion } from './git-version.js';

it.each([
  ['git version 2.39.5\n', [2, 39]],
  ['git version 2.39.5 (Apple Git-154)\n', [2, 39]],
  ['git version 2.55.0.windows.1\n', [2, 55]],
  ['git version 3.0-rc1\n', [3, 0]],
])('reads %j', (text, version) => {
  expect(parseGitVersion(text)).toEqual(version);
});

it.each(['', 'hub version 2.14', 'git version unknown', 'Permission denied'])('does not guess from %j', (text) => {
  expect(parseGitVersion(text)).toBeUndefined();
});
