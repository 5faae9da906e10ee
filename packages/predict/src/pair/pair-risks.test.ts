import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf } from '../found-by.testing.js';
import { MODELS } from '../models/models.js';
import { outlookOf } from '../outlook.js';
import { someProjects } from '../projects.testing.js';
import { pairRisks } from './pair-risks.js';
import { measurePair, PAIR_SIGNALS } from './pair-signals.js';
import { planWords } from './plan-words.js';

const FILLING = Array.from({ length: 60 }, (_, n) => `libs/other/part${n}.ts`);
const ground = groundOf({
  paths: ['libs/cart/total.service.ts', 'libs/cart/button.ts', 'libs/order/list.service.ts', ...FILLING],
  rest: { projects: someProjects({ cart: 'libs/cart', order: 'libs/order', other: 'libs/other' }) },
  history: aHistory({
    'fix(cart): round totals': ['libs/cart/total.service.ts'],
    'feat(cart): show totals': ['libs/cart/total.service.ts', 'libs/cart/button.ts'],
    'fix(order): sort the list': ['libs/order/list.service.ts'],
  }),
});
const outlook = (id: string, wanted: Parameters<typeof aTask>[1]) => outlookOf(aTask(id, wanted), ground, MODELS.files);
const round = outlook('round', { brief: 'fix(cart): round the totals' });
const sort = outlook('sort', { brief: 'fix(order): sort the list by date' });

function riskOf(a: ReturnType<typeof outlook>, b: ReturnType<typeof outlook>): number {
  return pairRisks([a, b], MODELS.pairs)[0]?.p ?? 0;
}

describe('the risk of a pair', () => {
  it('is higher for two tasks about one thing than for strangers, and names the file', () => {
    const show = outlook('show', { brief: 'fix(cart): totals are shown twice' });
    const [first, ...others] = pairRisks([sort, round, show], MODELS.pairs);
    expect(first).toMatchObject({ between: ['round', 'show'], path: 'libs/cart/total.service.ts' });
    for (const { p } of others) expect(p).toBeLessThan((first?.p ?? 0) / 3);
  });

  it('is lower when the authors declare different projects', () => {
    const vague = (id: string, scope: readonly string[]) => outlook(id, { brief: 'Fix the totals', scope });
    const apart = riskOf(vague('a', ['cart']), vague('b', ['order']));
    expect(apart).toBeLessThan(riskOf(vague('a', []), vague('b', [])));
    expect(apart).toBeLessThan(riskOf(vague('a', ['cart']), vague('b', ['cart'])));
  });

  it('is never as sure as the model, in a repository it has not learned from, except that nothing stays nothing', () => {
    const always = (p: number) => ({ ...MODELS.pairs, bias: Math.log(p / (1 - p)), trees: [] });
    const told = [0.0009, 0.0011, 0.07, 0.9].map((p) => pairRisks([round, sort], always(p))[0]?.p);
    expect(told).toEqual([undefined, 0.003856, 0.07, 0.8668]);
  });

  it('is near certain when both name a file outright, and that of the declared files when one declares', () => {
    const brief = 'Tidy libs/other/part7.ts';
    expect(riskOf(outlook('a', { brief }), outlook('b', { brief: `${brief} up` }))).toBeGreaterThan(0.85);
    expect(riskOf(outlook('a', { writes: ['libs/other/part7.ts'] }), outlook('b', { brief }))).toBeGreaterThan(0.85);
    expect(riskOf(outlook('a', { brief: 'Round', writes: ['libs/other/part8.ts'] }), round)).toBe(0);
  });

  it('is near certain when both create one file', () => {
    const create = (id: string) => outlook(id, { writes: ['libs/cart/coupon.ts'] });
    expect(pairRisks([create('a'), create('b')], MODELS.pairs)).toEqual([
      { between: ['a', 'b'], p: expect.closeTo(0.94, 2), path: 'libs/cart/coupon.ts' },
    ]);
  });
});

it('what is measured of a pair is the same whichever comes first', () => {
  const words = planWords([round.guess, sort.guess]);
  const row = measurePair(round.guess, sort.guess, words);
  expect(row).toEqual(measurePair(sort.guess, round.guess, words).map((one) => expect.closeTo(one, 9)));
  expect(row).toHaveLength(PAIR_SIGNALS.length);
  expect(row.every(Number.isFinite)).toBe(true);
});
