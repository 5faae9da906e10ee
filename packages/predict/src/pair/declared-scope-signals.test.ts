import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { someProjects } from '../projects.testing.js';
import { guesser, measured } from './a-guess.testing.js';
import { declaredScopeSignals } from './declared-scope-signals.js';

const guess = guesser({
  paths: ['libs/cart/a.ts', 'libs/cart/ui/b.ts', 'libs/order/c.ts', 'docs/d.md'],
  rest: { projects: someProjects({ cart: 'libs/cart', order: 'libs/order' }) },
  history: aHistory({ 'fix: one thing': ['libs/cart/a.ts'], 'fix: another thing': ['libs/cart/a.ts', 'libs/order/c.ts'] }),
});
type Wanted = Parameters<typeof guess>[0];
const scopes = (one: Wanted, other: Wanted) => measured(declaredScopeSignals, guess(one, {}), guess(other, {}));
const log = (n: number): number => Math.round(Math.log1p(n) * 1_000) / 1_000;

describe('of two tasks that declare where they are at work', () => {
  it('counts the share, the size and the heat of what they have in common', () => {
    expect(scopes({ scope: ['cart', 'order'] }, { scope: ['cart'] })).toMatchObject({
      declared: 2,
      declaredScopes: 1,
      scopesShared: 0.5,
      sharedScopeSize: log(2),
      sharedScopeHeat: log(2),
    });
  });

  it('counts how often changes of what they share meet there, more with every project', () => {
    const rate = (...scope: string[]): number => scopes({ scope }, { scope: ['cart', 'order'] })['sharedScopeRate'] ?? 0;
    expect(rate('cart')).toBeGreaterThan(rate('order'));
    expect(rate('cart', 'order')).toBeGreaterThan(rate('cart'));
    expect(rate('cart', 'order')).toBeLessThan(1);
  });

  it('says they are apart when they declare different projects, or one that does not exist', () => {
    const apart = { declaredScopes: -1, scopesShared: 0, sharedScopeSize: 0, sharedScopeHeat: 0, sharedScopeRate: 0 };
    expect(scopes({ scope: ['cart'] }, { scope: ['order'] })).toMatchObject(apart);
    expect(scopes({ scope: ['nowhere'] }, { scope: ['nowhere'] })).toMatchObject(apart);
  });
});

describe('of two tasks not both of which declare it', () => {
  const untold = { declaredScopes: 0, scopesShared: 0, sharedScopeSize: 0, sharedScopeHeat: 0, sharedScopeRate: -1 };

  it('says nothing of what they share', () => {
    expect(scopes({ scope: ['cart'] }, { brief: 'fix(cart): a' })).toEqual({ declared: 1, ...untold, insideScope: 0 });
    expect(scopes({}, {})).toEqual({ declared: 0, ...untold, insideScope: -1 });
  });

  it('counts the share of the other task that is expected in the scope of the one', () => {
    const other = guess({}, { 'libs/cart/a.ts': 0.3, 'docs/d.md': 0.1 });
    const inside = (scope: string[]) => measured(declaredScopeSignals, guess({ scope }, {}), other)['insideScope'];
    expect([inside(['cart']), inside(['order']), inside(['nowhere'])]).toEqual([0.75, 0, 0]);
  });
});

it('measures the same from both sides', () => {
  const scoped = guess({ scope: ['order', 'cart'] }, { 'docs/d.md': 0.2 });
  for (const other of [guess({ scope: ['cart'] }, { 'libs/cart/a.ts': 0.3 }), guess({}, { 'libs/cart/a.ts': 0.3 })]) {
    expect(measured(declaredScopeSignals, scoped, other)).toEqual(measured(declaredScopeSignals, other, scoped));
  }
});
