import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { measurer } from './measure-file.testing.js';
import { pastSignals } from './past-signals.js';
import { wordSignals } from './word-signals.js';

const PATHS = ['cart/order-history.spec.ts', 'cart/order.ts', 'login/guard.ts', 'größe/注文.ts'];
const log = (n: number): number => Math.round(Math.log(n) * 1_000) / 1_000;

describe('of the words of a file’s name', () => {
  const measure = measurer(wordSignals, { paths: PATHS });
  const named = (path: string, brief: string) => measure(path, { brief })['named'];

  it('is measured the share that the brief says, endings and the mark of a test left out', () => {
    expect(named('cart/order.ts', 'Sort the orders')).toBe(1);
    expect(named('login/guard.ts', 'Sort the orders')).toBe(0);
    expect(named('cart/order-history.spec.ts', 'Sort the orders')).toBe(0.333);
    expect(named('cart/order-history.spec.ts', 'Sort the order-history')).toBe(1);
  });

  it('is measured in any script', () => {
    expect(named('größe/注文.ts', '注文 を直す')).toBe(1);
  });

  it('is measured the place of its path among all that fit, and one far behind for one that does not', () => {
    expect(measure('login/guard.ts', { brief: 'The guard' })).toMatchObject({ path: 1, pathRank: 0 });
    expect(measure('cart/order.ts', { brief: 'The guard' })).toMatchObject({ path: 0, pathRank: log(3_000), pathScore: 0 });
  });

  it('is measured nothing when the brief says nothing', () => {
    const { mixedRank, contentRank, pathRank, ...rest } = measure('cart/order.ts', { brief: '' });
    expect([mixedRank, contentRank, pathRank]).toEqual([3_000, 3_000, 3_000].map(log));
    expect(new Set(Object.values(rest))).toEqual(new Set([0]));
  });
});

describe('of the commits that changed a file', () => {
  const measure = measurer(pastSignals, {
    paths: PATHS,
    history: aHistory({
      'fix: sessions expire': ['login/guard.ts'],
      'feat: sessions and orders': ['cart/order.ts', 'login/guard.ts'],
    }),
  });

  it('is measured how their messages fit, and its place by them', () => {
    expect(measure('login/guard.ts', { brief: 'Sessions expire' })).toMatchObject({ message: 1, messageRank: 0, voteRank: 0 });
    expect(measure('cart/order.ts', { brief: 'Sessions expire' })['messageRank']).toBe(log(2));
    expect(measure('größe/注文.ts', { brief: 'Sessions expire' })).toEqual({
      ...{ message: 0, messageRank: log(3_000), messageScore: 0 },
      ...{ vote: 0, voteRank: log(500), likest: 0 },
    });
  });

  it('is measured how like the likest of them is, and which share of the like ones changed it', () => {
    const [guard, order] = ['login/guard.ts', 'cart/order.ts'].map((path) => measure(path, { brief: 'Sessions expire' }));
    expect(guard?.['likest']).toBe(1);
    expect(order?.['likest']).toBeLessThan(1);
    expect(guard?.['vote']).toBeGreaterThan(0.9);
    expect(order?.['vote']).toBeLessThan(guard?.['vote'] ?? 0);
  });
});
