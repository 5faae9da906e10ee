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

  it('where changes meet often, when such a place is the one expected of both', () => {
    const rate = (path: string): number =>
      measured(sharedPlaceSignals, guess({}, { [path]: 0.5 }), guess({}, { [path]: 0.2 }))['projectRate'] ?? 0;
    expect(rate('libs/cart/ui/b.ts')).toBeGreaterThan(rate('libs/order/c.ts'));
    expect(
      measured(sharedPlaceSignals, guess({}, { 'libs/cart/a.ts': 1 }), guess({}, { 'libs/order/c.ts': 1 }))['projectRate'],
    ).toBe(0);
  });

  it('by a file of a project or by one outside of all, which are told apart', () => {
    const overlaps = (files: Readonly<Record<string, number>>) => {
      const { insideProjects, outsideProjects } = measured(sharedPlaceSignals, guess({}, files), guess({}, files));
      return { insideProjects, outsideProjects };
    };
    const none = Math.round(Math.log(1e-5 / (1 - 1e-5)) * 1_000) / 1_000;
    expect(overlaps({ 'libs/cart/a.ts': Math.SQRT1_2 })).toEqual({ insideProjects: 0, outsideProjects: none });
    expect(overlaps({ 'docs/d.md': Math.SQRT1_2 })).toEqual({ insideProjects: none, outsideProjects: 0 });
  });

  it('the same from both sides', () => {
    const [one, other] = [
      guess({ scope: ['cart'] }, { 'libs/cart/a.ts': 0.3 }),
      guess({ scope: ['order', 'cart'] }, { 'docs/d.md': 0.2 }),
    ];
    expect(measured(sharedPlaceSignals, one, other)).toEqual(measured(sharedPlaceSignals, other, one));
  });
});
