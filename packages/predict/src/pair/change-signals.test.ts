import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { guesser, measured } from './a-guess.testing.js';
import { changeSignals } from './change-signals.js';

const PATHS = ['cart.ts', 'order.ts', 'login.ts'];
const guess = guesser({
  paths: PATHS,
  history: aHistory({
    'fix: totals': ['cart.ts'],
    'fix: discounts': ['cart.ts', 'order.ts'],
    'fix: passwords': ['login.ts'],
  }),
});
const changes = (one: string, other: string) => measured(changeSignals, guess({ brief: one }, {}), guess({ brief: other }, {}));

describe('by what commits like two tasks did', () => {
  it('they meet when those commits changed a common file', () => {
    expect(changes('totals', 'discounts')['likeChanges']).toBeGreaterThan(0.9);
    expect(changes('totals', 'passwords')['likeChanges']).toBe(0);
  });

  it('they are the same work when one commit is like both', () => {
    expect(changes('totals', 'totals')['sameChanges']).toBeGreaterThan(0.9);
    expect(changes('totals', 'discounts')['sameChanges']).toBe(0);
  });

  it('nothing is known when no commit is like one of them', () => {
    expect(changes('totals', 'translations')).toMatchObject({ likeChanges: 0, sameChanges: 0 });
  });

  it('the less alike the commits are, the less is learned', () => {
    const vague = changes(
      'totals of imports and exports in weekly reports',
      'discounts of imports and exports in weekly reports',
    );
    expect(vague['likeChanges']).toBeLessThan(changes('totals', 'discounts')['likeChanges'] ?? 0);
    expect(vague['likeChanges']).toBeGreaterThan(0);
  });
});
