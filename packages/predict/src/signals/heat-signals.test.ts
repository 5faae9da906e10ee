import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { heatSignals } from './heat-signals.js';
import { measurer } from './measure-file.testing.js';

const PATHS = ['hot.ts', 'cold.ts', 'guide.md'];
const measure = measurer(heatSignals, {
  paths: PATHS,
  history: aHistory({
    'docs: one': ['guide.md'],
    'fix(cart): two': ['hot.ts'],
    'fix(cart): three': ['hot.ts'],
    'feat: four': ['hot.ts'],
  }),
});
const log = (n: number): number => Math.round(Math.log(n) * 1_000) / 1_000;

describe('how often a file changes', () => {
  it('is its share of all commits, with a little doubt', () => {
    const rates = PATHS.map((path) => measure(path, { brief: 'x' })['rate']);
    expect(rates).toEqual([log(3.2 / 54), log(0.2 / 54), log(1.2 / 54)]);
  });

  it('counts recent commits more, and the age of the last', () => {
    expect(measure('guide.md', { brief: 'x' })).toMatchObject({ recent: log(1 + 1), last: 0 });
    expect(measure('hot.ts', { brief: 'x' })['last']).toBe(log(2));
    expect(measure('cold.ts', { brief: 'x' })).toMatchObject({ recent: 0, last: log(10_001) });
  });

  it('in changes of the task’s kind is more or less than at all', () => {
    const lifts = ['docs: x', 'fix: x', 'nothing'].map((brief) => measure('guide.md', { brief })['kindLift']);
    expect(lifts[0]).toBeGreaterThan(0);
    expect(lifts[1]).toBeLessThan(0);
    expect(lifts[2]).toBe(0);
  });

  it('in changes of the task’s scope is known only where there were any', () => {
    expect(measure('hot.ts', { brief: 'fix(cart): x' })).toMatchObject({
      scopeRate: Math.round((2 / 7) * 1_000) / 1_000,
      scopeKnown: 1,
    });
    expect(measure('hot.ts', { brief: 'fix(order): x' })).toMatchObject({ scopeRate: 0, scopeKnown: 0 });
    expect(measure('hot.ts', { brief: 'Fix x' })).toMatchObject({ scopeRate: 0, scopeKnown: 0 });
  });

  it('without any history is one finite guess for all', () => {
    const young = measurer(heatSignals, { paths: PATHS });
    const [first, ...others] = PATHS.map((path) => young(path, { brief: 'fix(cart): x' }));
    expect(Object.values(first ?? {}).every(Number.isFinite)).toBe(true);
    expect(others).toEqual([first, first]);
  });
});
