import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { someProjects } from '../projects.testing.js';
import { guesser, measured } from './a-guess.testing.js';
import { sharedPlaceSignals } from './shared-place-signals.js';

const guess = guesser({
  paths: ['libs/cart/a.ts', 'libs/cart/ui/b.ts', 'libs/order/c.ts', 'docs/d.md'],
  rest: { projects: someProjects({ cart: 'libs/cart', order: 'libs/order' }) },
  history: aHistory({ 'fix: one thing': ['libs/cart/a.ts'], 'fix: another thing': ['libs/cart/a.ts', 'libs/order/c.ts'] }),
});
type Wanted = Parameters<typeof guess>[0];
const place = (one: Wanted, other: Wanted) => measured(sharedPlaceSignals, guess(one, {}), guess(other, {}));

describe('two tasks are in one place', () => {
  it('by expectation, when their likely files are of one project or folder', () => {
    const row = measured(
      sharedPlaceSignals,
      guess({}, { 'libs/cart/a.ts': 0.5, 'libs/order/c.ts': 0.5 }),
      guess({}, { 'libs/cart/ui/b.ts': 0.4 }),
    );
    expect([row['sameProject'], row['sameFolder']]).toEqual([0.5, 0]);
  });

  it('by the scopes of their prefixes, and apart by them; not by one alone', () => {
    const prefixes = (one: string, other: string) => place({ brief: one }, { brief: other })['prefixes'];
    expect(prefixes('fix(cart): a', 'feat(cart): b')).toBe(1);
    expect(prefixes('fix(cart): a', 'feat(order): b')).toBe(-1);
    expect(prefixes('fix(cart): a', 'Fix b')).toBe(0);
    expect(prefixes('Fix a', 'Fix b')).toBe(0);
  });

  it('by what both declare: the share, the size and the heat of what they have in common', () => {
    const { declaredScopes, scopesShared, sharedScopeSize, sharedScopeHeat } = place(
      { scope: ['cart', 'order'] },
      { scope: ['cart'] },
    );
    expect({ declaredScopes, scopesShared }).toEqual({ declaredScopes: 1, scopesShared: 0.5 });
    const log = (n: number): number => Math.round(Math.log1p(n) * 1_000) / 1_000;
    expect([sharedScopeSize, sharedScopeHeat]).toEqual([log(2), log(2)]);
  });

  it('not when they declare different projects, or one that does not exist', () => {
    const apart = { declaredScopes: -1, scopesShared: 0, sharedScopeSize: 0, sharedScopeHeat: 0 };
    expect(place({ scope: ['cart'] }, { scope: ['order'] })).toMatchObject(apart);
    expect(place({ scope: ['nowhere'] }, { scope: ['nowhere'] })).toMatchObject(apart);
  });

  it('by nothing declared, unless both declare', () => {
    const untold = { declaredScopes: 0, scopesShared: 0, sharedScopeSize: 0, sharedScopeHeat: 0 };
    expect(place({ scope: ['cart'] }, { brief: 'fix(cart): a' })).toMatchObject(untold);
  });

  it('the same from both sides', () => {
    const [one, other] = [
      guess({ scope: ['cart'] }, { 'libs/cart/a.ts': 0.3 }),
      guess({ scope: ['order', 'cart'] }, { 'docs/d.md': 0.2 }),
    ];
    expect(measured(sharedPlaceSignals, one, other)).toEqual(measured(sharedPlaceSignals, other, one));
  });
});
