import { expect, test } from 'vitest';
import { pathPattern } from './path-pattern.js';

test.each([
  ['.env*', ['.env', '.env.local', 'apps/api/.env'], ['env', 'apps/.envs/x', '.ENV']],
  ['/.env', ['.env'], ['apps/.env']],
  ['apps/*/.env', ['apps/api/.env'], ['apps/a/b/.env', 'x/apps/api/.env']],
  ['apps/**/.env', ['apps/.env', 'apps/a/b/.env'], ['.env']],
  ['**/secrets.json', ['secrets.json', 'a/b/secrets.json'], ['secrets.jsonc']],
  ['certs/**', ['certs/a', 'certs/a/b'], ['certs', 'mycerts/a']],
  ['a?c', ['abc', 'x/abc'], ['ac', 'a/c']],
  ['a+(b)[c].$', ['a+(b)[c].$'], ['ab', 'aab']],
])('%s', (pattern, fits, fitsNot) => {
  const fit = pathPattern(pattern);
  expect([...fits, ...fitsNot].filter(fit)).toEqual(fits);
});
