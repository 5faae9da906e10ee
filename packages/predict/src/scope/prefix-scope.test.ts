import { expect, it } from 'vitest';
import { prefixScope } from './prefix-scope.js';

it.each([
  ['fix(api): page', 'api'],
  ['feat(API)!: page', 'api'],
  ['  chore(web,api): page', 'web,api'],
  ['[web] page', 'web'],
  ['fix(@shop/cart): page', '@shop/cart'],
  ['fix(größe): page', 'größe'],
])('of %s is %s', (line, scope) => {
  expect(prefixScope(line)).toBe(scope);
});

it.each(['', 'fix: page', 'page (api)', 'page fix(api): x', 'fix(two words): x', '[two words] x', 'fix(): x', 'call fix(api)'])(
  'of %j is none',
  (line) => {
    expect(prefixScope(line)).toBe('');
  },
);
