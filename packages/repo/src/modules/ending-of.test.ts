import { expect, it } from 'vitest';
import { endingOf } from './ending-of.js';

it.each([
  ['src/a.ts', '.ts'],
  ['src/a.spec.tsx', '.tsx'],
  ['src.old/a.mjs', '.mjs'],
  ['src/a.d.ts', '.d.ts'],
  ['src/a.d.css.ts', '.d.ts'],
  ['a\n.x.cs', '.cs'],
])('of %j is %s', (path, ending) => {
  expect(endingOf(path)).toBe(ending);
});
