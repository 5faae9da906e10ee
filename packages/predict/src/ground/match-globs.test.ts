import { anIndex } from '@breakwater/model/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exactPath, globsOf, matchedBy } from './match-globs.js';
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
  expect(matchedBy(pattern, negations, table)).toEqual(expected);
});

it('finds through folders what trying every file would find', async () => {
  const part = fc.constantFrom('libs', 'cart', 'cart-ui', '*', '**', 'a.ts', '*.ts', '{a,b}.ts', 'c*');
  const pattern = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  await fc.assert(
    fc.property(pattern, (one) => {
      const all = globsOf([one, ...(/[*{]/.test(one) ? [] : [`${one}/**`])]);
      expect(matchedBy(one, [], table)).toEqual(PATHS.filter((path) => all.matches(path)).sort());
    }),
  );
});

it('reads a pattern without wildcards as a path, unless it is taken away', () => {
  expect(exactPath('libs/new.ts', [])).toBe('libs/new.ts');
  expect(exactPath('libs/new.ts', ['!libs/**'])).toBeUndefined();
  expect(exactPath('libs/*.ts', [])).toBeUndefined();
});

it('calls a pattern that was let through unchecked a bug', () => {
  expect(() => globsOf(['/a'])).toThrow('Internal error: globs of a task: /a');
});
