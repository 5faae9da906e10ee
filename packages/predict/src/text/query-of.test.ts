import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { groundOf } from '../found-by.testing.js';
import { readTask } from '../reading.js';
import { queryOf } from './query-of.js';

function query(id: string, wanted: Parameters<typeof aTask>[1]): Readonly<Record<string, string>> {
  const found = queryOf(readTask(aTask(id, wanted), groundOf({ paths: [] })));
  return Object.fromEntries([...found].map(([stem, { weight, said }]) => [stem, `${said} ${weight}`]));
}

it('the title weighs most, then brief and id', () => {
  expect(query('cart-totals', { title: 'Round prices', brief: 'Half a cent is lost.' })).toEqual({
    round: 'round 1',
    pric: 'prices 1',
    half: 'half 0.5',
    cent: 'cent 0.5',
    lost: 'lost 0.5',
    cart: 'cart 0.5',
    total: 'totals 0.5',
    carttotal: 'cart-totals 0.75',
  });
});

it('a name of several words weighs more as a whole, and so does what is said again and again', () => {
  expect(query('t1', { title: 't1', brief: 'Round roundPrices\n\nprices, prices, prices' })).toEqual({
    round: 'round 1',
    pric: 'prices 1.5',
    roundpric: 'roundprices 1.5',
  });
});

it('without a title the first line of the brief weighs most; a word counts once, at its best', () => {
  expect(query('t1', { title: 't1', brief: '\nRound prices\n\nPrices of carts' })).toEqual({
    round: 'round 1',
    pric: 'prices 1',
    cart: 'carts 0.5',
  });
});

it('words of the craft are left out', () => {
  expect(query('t', { title: 'Add support', brief: 'Please fix and refactor these files properly.' })).toEqual({});
});

it('an id that is no word tells nothing', () => {
  expect(query('t1', { title: 't1', brief: 'Do it' })).toEqual({});
  expect(query('3f2a91c', { title: 'x', brief: 'Do it' })).toEqual({});
  expect(Object.keys(query('task-12-cart', { title: 'x', brief: 'Do it' }))).toEqual(['cart']);
});
