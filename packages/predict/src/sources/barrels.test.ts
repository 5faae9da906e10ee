import { repoPath } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { foundBy } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';
import { barrels } from './barrels.js';

const PATHS = [
  'index.ts',
  'libs/cart/src/index.ts',
  'libs/cart/src/lib/cart.ts',
  'libs/shop/src/lib/shop.ts',
  'libs/shop/public-api.ts',
  'libs/index.ts',
];

function creating(...created: readonly string[]) {
  const found = created.map((path) => ({ path: repoPath(path), p: 0.9, evidence: { source: 'path', detail: 'x' } as const }));
  const rest = { projects: someProjects({ cart: 'libs/cart', shop: 'libs/shop' }) };
  return foundBy(barrels, aTask('t'), { paths: PATHS, rest, found });
}

it('a new module is listed by the barrel beside it', () => {
  expect(creating('libs/cart/src/coupon.ts')).toEqual([['libs/cart/src/index.ts', 0.4, 'exports new file']]);
});

it('a path that is near a file is hardly a new module, so no barrel lists it', () => {
  const found = [{ path: repoPath('libs/cart/src/lib/crat.ts'), p: 0.55, evidence: { source: 'path', detail: 'x' } as const }];
  expect(foundBy(barrels, aTask('t'), { paths: PATHS, found })).toEqual([]);
});

it('or less likely by the one above it', () => {
  expect(creating('libs/cart/src/lib/coupon.ts')).toEqual([['libs/cart/src/index.ts', 0.25, 'exports new file']]);
});

it('but by none outside its project', () => {
  const rest = { projects: someProjects({ cart: 'libs/cart' }) };
  const found = [{ path: repoPath('libs/cart/new.ts'), p: 0.9, evidence: { source: 'path', detail: 'x' } as const }];
  expect(foundBy(barrels, aTask('t'), { paths: ['libs/index.ts', 'libs/cart/a.ts'], rest, found })).toEqual([]);
});

it('the barrel may lie in the root of the project', () => {
  expect(creating('libs/shop/src/lib/coupon.ts')).toEqual([['libs/shop/public-api.ts', 0.25, 'exports new file']]);
  expect(creating('libs/shop/coupon.ts')).toEqual([['libs/shop/public-api.ts', 0.4, 'exports new file']]);
});

it('without a project around it, any folder but the root of the repository may hold the barrel', () => {
  expect(creating('libs/other/x.ts', 'y.ts')).toEqual([['libs/index.ts', 0.25, 'exports new file']]);
});

it('many new modules are one change of the barrel', () => {
  expect(creating('libs/cart/src/a.ts', 'libs/cart/src/lib/b.ts')).toEqual([['libs/cart/src/index.ts', 0.4, 'exports new file']]);
});

it('tests, styles, barrels and files that are there already are not listed', () => {
  expect(
    creating('libs/cart/src/a.test.ts', 'libs/cart/src/a.css', 'libs/cart/src/lib/index.ts', 'libs/cart/src/lib/cart.ts'),
  ).toEqual([]);
});
