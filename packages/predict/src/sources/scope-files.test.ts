import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { foundBy } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';
import { scopeFiles } from './scope-files.js';

const big = Array.from({ length: 61 }, (_, n) => `libs/big/f${n}.ts`);
const fair = Array.from({ length: 40 }, (_, n) => `libs/fair/f${n}.ts`);
const world = {
  paths: ['libs/cart/a.ts', 'libs/cart/b.ts', ...big, ...fair],
  rest: { projects: someProjects({ cart: 'libs/cart', big: 'libs/big', fair: 'libs/fair' }) },
};

it('every file of a declared project is possible', () => {
  expect(foundBy(scopeFiles, aTask('t', { scope: ['cart'] }), world)).toEqual([
    ['libs/cart/a.ts', 0.15, 'scope: cart'],
    ['libs/cart/b.ts', 0.15, 'scope: cart'],
  ]);
});

it('less so in a larger one, and not worth naming in a large one', () => {
  expect(foundBy(scopeFiles, aTask('t', { scope: ['fair'] }), world).map(([, p]) => p)).toEqual(Array(40).fill(0.05));
  expect(foundBy(scopeFiles, aTask('t', { scope: ['big'] }), world)).toEqual([]);
});

it('a scope that was only found, or stands beside declared files, adds nothing', () => {
  expect(foundBy(scopeFiles, aTask('t', { brief: 'fix(cart): total' }), world)).toEqual([]);
  expect(foundBy(scopeFiles, aTask('t', { scope: ['cart'], writes: ['libs/cart/a.ts'] }), world)).toEqual([]);
});
