import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { guesser, measured } from './a-guess.testing.js';
import { sharedWordSignals } from './shared-word-signals.js';

const guess = guesser({
  paths: ['a.ts'],
  history: aHistory({
    'fix: refund once': ['a.ts'],
    'fix: totals of carts': ['a.ts'],
    'feat: totals of orders': ['a.ts'],
    'feat: totals of pages': ['a.ts'],
  }),
});
const words = (one: string, other: string) => measured(sharedWordSignals, guess({ brief: one }, {}), guess({ brief: other }, {}));

describe('the words of two briefs', () => {
  it('that are the same words are as like as can be', () => {
    expect(words('Refund the customer', 'Refund a customer')).toMatchObject({
      messageWords: 1,
      contentWords: 1,
      sharedWords: 2,
      wholeName: 0,
    });
  });

  it('that are all different have nothing in common', () => {
    const nothing = { messageWords: 0, contentWords: 0, tellingWord: 0, sharedWords: 0, wholeName: 0 };
    expect([words('Refund customers', 'Round totals'), words('', 'Round totals'), words('', '')]).toEqual([
      nothing,
      nothing,
      nothing,
    ]);
  });

  it('tell more the rarer the word they share is in messages', () => {
    const [rare, common] = [words('refund one', 'refund two'), words('totals one', 'totals two')];
    expect(rare['tellingWord']).toBeGreaterThan(common['tellingWord'] ?? 0);
    expect(rare['messageWords']).toBeGreaterThan(common['messageWords'] ?? 0);
    expect(rare['sharedWords']).toBe(common['sharedWords']);
  });

  it('tell less when they are said only in passing, after the first line', () => {
    const passing = words('Round\n\nlike the refund', 'Sort\n\nbefore the refund');
    expect(passing['sharedWords']).toBe(1);
    const once = measured(
      sharedWordSignals,
      guess({ brief: 'Round\n\nlike the refund' }, {}),
      guess({ brief: 'Refund sorted' }, {}),
    );
    expect(once['tellingWord']).toBeGreaterThan(passing['tellingWord'] ?? 0);
  });

  it('that are one name of several words, however joined, are known as one', () => {
    expect(words('Fix OrderHistory', 'Fix order-history')['wholeName']).toBeGreaterThan(0);
    expect(words('Fix the order history', 'Fix order-history')['wholeName']).toBe(0);
  });

  it('tell less the more of the other briefs say them too, and nothing is lost where no other does', () => {
    const told = (...others: readonly string[]) =>
      measured(
        sharedWordSignals,
        guess({ brief: 'Refund OrderHistory one' }, {}),
        guess({ brief: 'Refund OrderHistory two' }, {}),
        ...others.map((brief) => guess({ brief }, {})),
      );
    const [alone, some, all] = [
      told('Sort', 'Page'),
      told('Refund OrderHistory', 'Page'),
      told('Refund OrderHistory', 'OrderHistory refund'),
    ];
    expect(alone).toEqual(told());
    for (const name of sharedWordSignals.names) {
      expect(some[name], name).toBeLessThan(alone[name] ?? 0);
      expect(all[name], name).toBeLessThan(some[name] ?? 0);
    }
  });

  it('are measured the same from both sides', () => {
    expect(words('Refund totals of a page', 'totals\n\nrefund')).toEqual(words('totals\n\nrefund', 'Refund totals of a page'));
  });
});
