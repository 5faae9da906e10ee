import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { foundBy } from '../found-by.testing.js';
import { scouting } from './scouting.js';

const paths = ['apps/api/order.ts', 'apps/web/cart.ts', 'docs/orders.md'];
const scouted = {
  files: [
    { path: 'apps/api/order.ts', sure: 'certain' },
    { path: 'apps/web/cart.ts', sure: 'likely' },
    { path: 'docs/orders.md', sure: 'possible' },
  ],
};

it('a session that was asked means the files it names, as surely as it says', () => {
  expect(foundBy(scouting, aTask('t'), { paths, scouted })).toEqual([
    ['apps/api/order.ts', 0.9, 'scout: certain'],
    ['apps/web/cart.ts', 0.6, 'scout: likely'],
    ['docs/orders.md', 0.25, 'scout: possible'],
  ]);
});

it('an author who declares globs is believed: files outside of them are not meant', () => {
  const task = aTask('t', { writes: ['apps/**', '!apps/api/**'] });
  expect(foundBy(scouting, task, { paths, scouted }).map(([path]) => path)).toEqual(['apps/web/cart.ts']);
});

it('nobody asked, or an answer that is none, means nothing', () => {
  expect(foundBy(scouting, aTask('t'), { paths })).toEqual([]);
  expect(foundBy(scouting, aTask('t'), { paths, scouted: 'apps/api/order.ts' })).toEqual([]);
});
