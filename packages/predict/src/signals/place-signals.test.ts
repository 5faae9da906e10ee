import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { someProjects } from '../projects.testing.js';
import { measurer } from './measure-file.testing.js';
import { placeSignals } from './place-signals.js';

const PATHS = ['libs/cart/total.ts', 'libs/cart/button.ts', 'libs/order/list.ts', 'docs/guide.md'];
const measure = measurer(placeSignals, {
  paths: PATHS,
  rest: { projects: someProjects({ cart: 'libs/cart', order: 'libs/order' }) },
  history: aHistory({
    'fix(cart): rounding': ['libs/cart/total.ts'],
    'fix(cart): refund': ['libs/cart/total.ts', 'libs/order/list.ts'],
    'docs: guide': ['docs/guide.md'],
  }),
});
const of = (name: string, wanted: Parameters<typeof measure>[1]) => PATHS.map((path) => measure(path, wanted)[name]);

describe('the place of a task', () => {
  it('is its scope: inside, outside, or none; declared tells more than found', () => {
    expect(of('inScope', { brief: 'fix(cart): x' })).toEqual([1, 1, -1, -1]);
    expect(of('declared', { brief: 'fix(cart): x' })).toEqual([0, 0, 0, 0]);
    expect([of('inScope', { scope: ['cart'] }), of('declared', { scope: ['cart'] })]).toEqual([
      [1, 1, -1, -1],
      [1, 1, -1, -1],
    ]);
    expect(of('inScope', { brief: 'x' })).toEqual([0, 0, 0, 0]);
  });

  it('is a project whose folder is a word of the first line, wherever that line is', () => {
    const named = [1, 1, -1, -1];
    expect(of('namedProject', { brief: 'Round sums of the cart' })).toEqual(named);
    expect(of('namedProject', { brief: '\n\nRound sums of the CART\nnot of the order' })).toEqual(named);
    expect(of('namedProject', { brief: 'Round sums\nof the cart' })).toEqual([0, 0, 0, 0]);
  });

  it('is where commits with the same prefix went', () => {
    expect(of('learnedProject', { brief: 'fix(cart): x' })).toEqual([0.5, 0.5, 0.25, 0]);
    expect(of('learnedProject', { brief: 'fix(login): x' })).toEqual([-1, -1, -1, -1]);
  });

  it('is where like commits went: their folders and projects', () => {
    const [total = 0, button = 0, list = 0, guide] = of('votedFolder', { brief: 'Rounding' });
    expect(total).toBeGreaterThan(0.9);
    expect([button, list, guide]).toEqual([total, 0, 0]);
    expect(of('votedProject', { brief: 'Rounding' })).toEqual([total, total, 0, 0]);
  });

  it('is where the words fit, and how large and how busy that is', () => {
    const [total = 0, , list] = of('fittingProject', { brief: 'The total' });
    expect([total, list]).toEqual([1, 0]);
    expect(of('folderTop', { brief: 'The total' })).toEqual([1, 1, 0, 0]);
    const log = (n: number): number => Math.round(Math.log1p(n) * 1_000) / 1_000;
    expect(of('folderSize', { brief: 'x' })).toEqual([2, 2, 1, 1].map(log));
    expect(of('projectHeat', { brief: 'x' })).toEqual([2, 2, 1, 1].map(log));
  });

  it('is nowhere in a repository without projects and past', () => {
    const bare = measurer(placeSignals, { paths: ['a.ts'] });
    expect(Object.values(bare('a.ts', { brief: '' })).every(Number.isFinite)).toBe(true);
    expect(bare('a.ts', { brief: '' })).toMatchObject({
      inScope: 0,
      namedProject: 0,
      learnedProject: -1,
      votedProject: 0,
      fittingProject: 0,
    });
  });
});
