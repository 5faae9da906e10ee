import { termHash } from '@breakwater/text';
import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf } from '../found-by.testing.js';

const PATHS = ['cart.ts', 'cart.spec.ts', 'order.ts', 'yarn.lock'];

describe('the past commits', () => {
  const { past, files } = groundOf({
    paths: PATHS,
    history: aHistory({
      'fix(cart): round totals (#12)': ['cart.ts', 'cart.spec.ts', 'yarn.lock', 'gone.ts'],
      'chore(release): 1.2.3': ['cart.ts'],
      'feat: order totals': ['order.ts'],
    }),
  });

  it('are those like tasks, with their scope, words and the files that are still there and are no records', () => {
    expect(past.changes.map(({ kind, scope, terms, files: numbers }) => ({ kind, scope, terms, numbers }))).toEqual([
      {
        kind: 'fix',
        scope: 'cart',
        terms: ['cart', 'round', 'total'].map(termHash),
        numbers: ['cart.spec.ts', 'cart.ts'].map(files.numberOf),
      },
      { kind: 'feat', scope: '', terms: ['order', 'total'].map(termHash), numbers: [files.numberOf('order.ts')] },
    ]);
  });

  it('are found by their words, the rarer telling more', () => {
    expect(past.postings('total')).toEqual([0, 1]);
    expect(past.postings('order')).toEqual([1]);
    expect(past.postings('nothing')).toEqual([]);
    expect(past.idf('order')).toBeGreaterThan(past.idf('total'));
  });
});

it('a word in many messages finds none', () => {
  const subjects = Array.from({ length: 20 }, (_, n) => [`shop: part${n}`, ['cart.ts']] as const);
  const { past } = groundOf({ paths: PATHS, history: aHistory(Object.fromEntries(subjects)) });
  expect(past.postings('shop')).toEqual([]);
  expect(past.changes).toHaveLength(20);
});
