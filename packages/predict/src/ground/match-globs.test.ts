import { checkedGlobs } from '@breakwater/glob';
import { anIndex } from '@breakwater/model/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allowedBy, exactPath, givenBy, matchedBy } from './match-globs.js';
import { pathTable } from './path-table.js';

const PATHS = ['a.ts', 'libs/cart/a.ts', 'libs/cart/lib/b.ts', 'libs/cart-ui/a.ts', 'libs/cart/readme.md'];
const table = pathTable(anIndex(PATHS).files);

it.each([
  ['libs/cart/a.ts', [], ['libs/cart/a.ts']],
  ['libs/cart', [], ['libs/cart/a.ts', 'libs/cart/lib/b.ts', 'libs/cart/readme.md']],
  ['libs/cart/**', ['!**/*.md'], ['libs/cart/a.ts', 'libs/cart/lib/b.ts']],
  ['libs/{cart,cart-ui}/a.ts', [], ['libs/cart-ui/a.ts', 'libs/cart/a.ts']],
  ['**/a.ts', [], ['a.ts', 'libs/cart-ui/a.ts', 'libs/cart/a.ts']],
  ['libs/cart/a.ts', ['!libs/**'], []],
  ['nothing/**', [], []],
])('%s without %j matches %j', (pattern, negations, expected) => {
  expect(matchedBy({ pattern, negations }, table)).toEqual(expected);
});

it('finds through folders what trying every file would find', async () => {
  const part = fc.constantFrom('libs', 'cart', 'cart-ui', '*', '**', 'a.ts', '*.ts', '{a,b}.ts', 'c*');
  const pattern = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  await fc.assert(
    fc.property(pattern, (one) => {
      const all = checkedGlobs([one, ...(/[*{]/.test(one) ? [] : [`${one}/**`])]);
      expect(matchedBy({ pattern: one, negations: [] }, table)).toEqual(PATHS.filter((path) => all.matches(path)).sort());
    }),
  );
});

it('reads a pattern without wildcards as a path, unless it is taken away', () => {
  expect(exactPath({ pattern: 'libs/new.ts', negations: [] })).toBe('libs/new.ts');
  expect(exactPath({ pattern: 'libs/new.ts', negations: ['!libs/**'] })).toBeUndefined();
  expect(exactPath({ pattern: 'libs/*.ts', negations: [] })).toBeUndefined();
});

it('a pattern is taken from only by the negations after it', () => {
  expect(givenBy(['!a', 'b', '!c', 'd', '!e'])).toEqual([
    { pattern: 'b', negations: ['!c', '!e'] },
    { pattern: 'd', negations: ['!e'] },
  ]);
  expect(givenBy(['!a'])).toEqual([]);
});

it('the patterns of a list one by one give what the list gives as a whole', async () => {
  const pattern = fc.constantFrom('**', 'libs/**', '*/cart/*', 'libs/cart/a.ts', '**/*.md', 'a.ts');
  const list = fc.array(fc.tuple(fc.boolean(), pattern).map(([takes, one]) => (takes ? `!${one}` : one)));
  await fc.assert(
    fc.property(list, (patterns) => {
      const oneByOne = new Set(givenBy(patterns).flatMap((given) => matchedBy(given, table)));
      expect([...oneByOne].sort()).toEqual(PATHS.filter((path) => checkedGlobs(patterns).matches(path)).sort());
    }),
  );
});

it('a list of globs allows what lies in a folder it names, there or to come', () => {
  const isAllowed = allowedBy(['libs/cart', 'docs', '!**/*.md'], table);
  expect(
    ['libs/cart/a.ts', 'libs/cart/new.ts', 'libs/cart/readme.md', 'libs/cart-ui/a.ts', 'docs/a.txt'].filter(isAllowed),
  ).toEqual(['libs/cart/a.ts', 'libs/cart/new.ts']);
});
