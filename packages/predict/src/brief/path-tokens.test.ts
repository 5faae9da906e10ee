import { expect, it } from 'vitest';
import { pathTokens } from './path-tokens.js';

it.each([
  ['Fix src/a.ts, (src/b.ts) and "c.json".', ['src/a.ts', 'src/b.ts', 'c.json']],
  ['See `./src/app/[id].tsx`', ['src/app/[id].tsx']],
  ['Windows: src\\lib\\a.cs', ['src/lib/a.cs']],
  ['At src/a.ts:12:3 and src/b.ts#L10-L20', ['src/a.ts', 'src/b.ts']],
  ['The folder libs/cart/ and **libs/shop**', ['libs/cart', 'libs/shop']],
  ['No path here', []],
])('finds what may be a path in: %s', (text, expected) => {
  expect(pathTokens(text)).toEqual(expect.arrayContaining(expected));
  expect(pathTokens(text).filter((token) => !/[./]/.test(token))).toEqual([]);
});

it('names each once', () => {
  const tokens = pathTokens('`a.ts` a.ts a.ts.');
  expect(tokens.filter((token) => token === 'a.ts')).toEqual(['a.ts']);
});
