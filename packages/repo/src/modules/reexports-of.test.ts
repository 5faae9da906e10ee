import { expect, it } from 'vitest';
import { reexportsOf } from './reexports-of.js';

it('tells what a file passes on under which name', () => {
  const text = `
    import { i } from './i';
    export { i as j };
    export { a, b as c, default as d } from './x';
    export { e as default } from './y';
    export * from './all';
    export * as ns from './ns';
    export const own = 1;
  `;
  const told = reexportsOf('index.ts', text).map(
    ({ specifier, imported, exported }) => `${specifier} ${imported} as ${exported}`,
  );
  expect(told.sort()).toEqual([
    './all * as *',
    './i i as j',
    './ns * as ns',
    './x a as a',
    './x b as c',
    './x default as d',
    './y e as default',
  ]);
});
