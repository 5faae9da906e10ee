import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { foundBy } from '../found-by.testing.js';
import { declaredGlobs } from './declared-globs.js';

const SEVERAL = Array.from({ length: 8 }, (_, n) => `libs/big/f${n}.ts`);
const PATHS = ['libs/cart/a.ts', 'libs/cart/b.ts', ...SEVERAL];

function declaring(...writes: readonly string[]) {
  return foundBy(declaredGlobs, aTask('t', { writes }), { paths: PATHS });
}

it('a file named exactly is as good as certain, there or to come', () => {
  expect(declaring('libs/cart/a.ts', 'libs/new/c.ts')).toEqual([
    ['libs/cart/a.ts', 0.97, 'declared'],
    ['libs/new/c.ts', 0.97, 'declared'],
  ]);
});

it('so is each of a few files', () => {
  expect(declaring('libs/cart/*.ts')).toEqual([
    ['libs/cart/a.ts', 0.97, 'declared'],
    ['libs/cart/b.ts', 0.97, 'declared'],
  ]);
});

it('the wider the glob, the less it says of each file', () => {
  expect(declaring('libs/big/**').map(([, p]) => p)).toEqual(Array(8).fill(0.5));
  expect(declaring('libs/**').map(([, p]) => p)).toEqual(Array(10).fill(0.4));
});

it('a folder named without wildcards is all below it', () => {
  expect(declaring('libs/big')).toEqual(declaring('libs/big/**'));
});

it('what is taken away is not declared, to come or not', () => {
  expect(declaring('libs/cart/*', '!**/b.ts').map(([path]) => path)).toEqual(['libs/cart/a.ts']);
  expect(declaring('libs/new.ts', '!libs/*.ts')).toEqual([]);
});

it('what is given back after it was taken away is declared again', () => {
  expect(declaring('libs/cart/**', '!libs/cart/*', 'libs/cart/b.ts', 'libs/cart/new.ts')).toEqual([
    ['libs/cart/b.ts', 0.97, 'declared'],
    ['libs/cart/new.ts', 0.97, 'declared'],
  ]);
});

it('a glob that matches nothing creates nothing, for nobody knows the name', () => {
  expect(declaring('libs/new/**')).toEqual([]);
});

it('a glob over thousands of files names none of them', () => {
  const paths = Array.from({ length: 4001 }, (_, n) => `src/f${n}.ts`);
  expect(foundBy(declaredGlobs, aTask('t', { writes: ['src/**'] }), { paths })).toEqual([]);
});
