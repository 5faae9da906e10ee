import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { textTerms } from './text-terms.js';

it('asks for every word of every brief and id once, names of several words also whole', () => {
  const tasks = [
    aTask('cart-totals', { brief: 'Round the totals in roundPrices().' }),
    aTask('t2', { brief: 'Totals of carts' }),
  ];
  expect([...textTerms(tasks)].sort()).toEqual(['cart', 'carttotal', 'pric', 'round', 'roundpric', 't2', 'total']);
});

it('is worked out once for a list of tasks', () => {
  const tasks = [aTask('a', { brief: 'Round the totals' })];
  expect(textTerms(tasks)).toBe(textTerms(tasks));
});
