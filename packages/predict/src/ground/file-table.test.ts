import { expect, it } from 'vitest';
import { groundOf } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';

const PATHS = ['libs/cart/ui/button.css', 'yarn.lock', 'libs/cart/total.ts', 'docs/guide.md', 'libs/cart/total.test.ts'];
const { files, paths } = groundOf({ paths: PATHS, rest: { projects: someProjects({ cart: 'libs/cart' }) } });
const numberOf = (path: string): number => files.numberOf(path) ?? Number.NaN;

it('files are numbered by their place among all, sorted', () => {
  expect(paths.all.map(numberOf)).toEqual([0, 1, 2, 3, 4]);
  expect([files.size, files.numberOf('gone.ts')]).toEqual([5, undefined]);
});

it('each is known by kind, depth, and whether a model may guess it', () => {
  expect(paths.all.map((path, n) => [path, files.kindOf(n), files.depthOf(n), files.isGuessed[n]])).toEqual([
    ['docs/guide.md', 'docs', 2, true],
    ['libs/cart/total.test.ts', 'test', 3, true],
    ['libs/cart/total.ts', 'code', 3, true],
    ['libs/cart/ui/button.css', 'view', 4, true],
    ['yarn.lock', 'other', 1, false],
  ]);
});

it('those of one folder and of one project are together, and those of no project too', () => {
  const [cart, docs] = ['libs/cart/total.ts', 'docs/guide.md'].map(numberOf) as [number, number];
  expect(files.folders.of[cart]).toBe(files.folders.of[numberOf('libs/cart/total.test.ts')]);
  expect(files.folders.of[cart]).not.toBe(files.folders.of[numberOf('libs/cart/ui/button.css')]);
  expect(files.projects.of[cart]).toBe(files.projects.of[numberOf('libs/cart/ui/button.css')]);
  expect(files.projects.of[docs]).toBe(files.projects.of[numberOf('yarn.lock')]);
  expect([cart, docs].map((file) => files.projectAt[files.projects.of[file] ?? -1]?.name)).toEqual(['cart', undefined]);
  expect([cart, docs].map((file) => files.projects.sizes[files.projects.of[file] ?? -1])).toEqual([3, 2]);
});

it('sizes are logarithms of bytes, in the order of the numbers whatever the order of the index', () => {
  const index = groundOf({ paths: ['b.ts', 'a.ts'] });
  expect([...index.files.sizes]).toEqual([Math.log1p(1), Math.log1p(1)]);
});

it('of nothing is nothing', () => {
  const { files: none } = groundOf({ paths: [] });
  expect([none.size, none.folders.sizes.length, none.projects.sizes.length]).toEqual([0, 0, 0]);
});
