import { aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf } from '../found-by.testing.js';
import { viewTask } from '../outlook.js';
import { rankBy } from './scores.js';

it('ranks files with a score, ties by number', () => {
  const scores = rankBy(Float64Array.from([0, 2, 5, 2]));
  expect(scores.first(9)).toEqual([2, 1, 3]);
  expect([0, 1, 2, 3].map(scores.rank)).toEqual([undefined, 2, 1, 3]);
  expect(scores.best).toBe(5);
  expect(rankBy(new Float64Array(3)).best).toBe(1);
});

it('ranks as a comparing sort would', async () => {
  const scores = fc.array(fc.constantFrom(0, 0.1, 0.25, 0.25, 3, 1e-12, 1e12, -1), { maxLength: 60 });
  await fc.assert(
    fc.property(scores, (all) => {
      const { first, rank } = rankBy(Float64Array.from(all));
      const expected = [...all.keys()].filter((n) => (all[n] ?? 0) > 0).sort((a, b) => (all[b] ?? 0) - (all[a] ?? 0) || a - b);
      expect([1, 5, 60].map(first)).toEqual([1, 5, 60].map((most) => expected.slice(0, most)));
      expect(all.map((_, n) => rank(n))).toEqual(all.map((_, n) => (expected.includes(n) ? expected.indexOf(n) + 1 : undefined)));
    }),
  );
});

const WORLD = {
  paths: ['cart/total.ts', 'cart/button.ts', 'order/list.ts', 'order/page.ts', 'yarn.lock'],
  texts: {
    files: 4,
    averageLength: 10,
    lengths: Uint32Array.from([5, 10, 10, 15, 0]),
    postings: new Map([
      ['refund', { files: Uint32Array.from([1]), counts: Uint32Array.from([3]) }],
      ['cart', { files: Uint32Array.from([0, 1, 2]), counts: Uint32Array.from([1, 1, 1]) }],
    ]),
  },
  history: aHistory({ 'fix: refund of an order': ['order/page.ts'], 'feat: list of customers': ['order/list.ts'] }),
};
const ground = groundOf(WORLD);
const { view } = viewTask(aTask('t', { title: 't', brief: 'Refund the cart' }), ground);
const named = (files: readonly number[]): readonly (string | undefined)[] => files.map((file) => ground.paths.all[file]);

it('ranks by what texts, paths and messages say, rare words and short texts first', () => {
  // By path: button, total, list, page.
  expect(named(view.content.first(1))[0]).toBe('cart/total.ts');
  expect(named(view.paths.first(9))).toEqual(['cart/button.ts', 'cart/total.ts']);
  expect(named(view.messages.first(9))).toEqual(['order/page.ts']);
  expect(named(view.mixed.first(1))[0]).toBe('cart/total.ts');
});

it('finds the commits like the task and what they changed', () => {
  expect(view.similar.map(({ change, place }) => [change.subject, place])).toEqual([['fix: refund of an order', 0]]);
  expect(named(view.votes.files.first(9))).toEqual(['order/page.ts']);
});

it('says how much of the brief a text covers', () => {
  const [button, total] = [ground.files.numberOf('cart/button.ts'), ground.files.numberOf('cart/total.ts')];
  expect(view.content.covered[total ?? -1]).toBeCloseTo(1, 10);
  expect(view.content.covered[button ?? -1]).toBeLessThan(0.5);
});
