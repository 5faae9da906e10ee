import { expect, it } from 'vitest';
import { matchPaths } from './match-paths.js';

const paths = [
  { pattern: '*', targets: ['any/*'] },
  { pattern: '@/*', targets: ['src/*', 'gen/*'] },
  { pattern: '@/api/*', targets: ['api/src/*'] },
  { pattern: '@acme/cart', targets: ['libs/cart/src/index.ts'] },
  { pattern: '@x/*/test', targets: ['x/*/testing'] },
];

it.each([
  ['@acme/cart', ['libs/cart/src/index.ts']],
  ['@/a/b', ['src/a/b', 'gen/a/b']],
  ['@/api/c', ['api/src/c']],
  ['@x/one/test', ['x/one/testing']],
  ['@x/test', ['any/@x/test']],
  ['@acme/cart/deep', ['any/@acme/cart/deep']],
])('%s may lie at %j', (specifier, targets) => {
  expect(matchPaths(paths, specifier)).toEqual(targets);
});

it.each([
  ['@a/b', ['src/a/b']],
  ['@/a/b', ['src/a/b']],
  ['@../src/x', ['src/x']],
  ['@../../out', []],
])('what stands for the star may begin with a slash or climb, but not out: %s', (specifier, targets) => {
  expect(matchPaths([{ pattern: '@*', targets: ['src/*'] }], specifier)).toEqual(targets);
});

it('knows nothing without a pattern that fits', () => {
  expect(matchPaths(paths.slice(1), 'react')).toEqual([]);
});
