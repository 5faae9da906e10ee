import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aTouchSet } from './a-touch-set.testing.js';
import { calibrateRisk } from './calibrate-risk.js';
import { pairRisks } from './pair-risks.js';

describe('the risk of a pair', () => {
  it('grows with every file both may write, and names the one that adds most', () => {
    const a = aTouchSet('a', { 'x.ts': 0.5, 'y.ts': 0.9, 'mine.ts': 0.99 });
    const b = aTouchSet('b', { 'x.ts': 0.4, 'y.ts': 0.5, 'yours.ts': 0.99 });
    const [risk, ...more] = pairRisks([a, b]);
    expect(risk).toMatchObject({ between: ['a', 'b'], path: 'y.ts' });
    expect(risk?.p).toBeCloseTo(calibrateRisk(1 - (1 - 0.2) * (1 - 0.45)), 12);
    expect(more).toEqual([]);
  });

  it('is not there without a file in common', () => {
    expect(pairRisks([aTouchSet('a', { 'x.ts': 0.9 }), aTouchSet('b', { 'y.ts': 0.9 })])).toEqual([]);
  });

  it('is not listed when it is next to nothing', () => {
    expect(pairRisks([aTouchSet('a', { 'x.ts': 0.001 }), aTouchSet('b', { 'x.ts': 0.001 })])).toEqual([]);
  });

  it('names the first of two files that add the same', () => {
    const both = { 'z.ts': 0.5, 'b.ts': 0.5, 'c.ts': 0.5 };
    expect(pairRisks([aTouchSet('a', both), aTouchSet('b', both)])).toMatchObject([{ path: 'b.ts' }]);
  });

  it('counts files that both declare, for a conflict is not made here', () => {
    const [risk] = pairRisks([aTouchSet('a', { 'x.ts': 0.97 }), aTouchSet('b', { 'x.ts': 0.97 })]);
    expect(risk?.p).toBeGreaterThan(0.9);
  });
});

it('lists the highest first, then by ids; each pair in list order', () => {
  const sets = [aTouchSet('z', { 'x.ts': 0.5 }), aTouchSet('b', { 'x.ts': 0.5 }), aTouchSet('a', { 'x.ts': 0.9 })];
  expect(pairRisks(sets).map(({ between }) => between)).toEqual([
    ['b', 'a'],
    ['z', 'a'],
    ['z', 'b'],
  ]);
});

it('finds the same pairs and numbers as comparing every two tasks', async () => {
  const writes = fc.dictionary(fc.constantFrom('a.ts', 'b.ts', 'c.ts', 'd.ts'), fc.double({ min: 0.01, max: 0.99, noNaN: true }));
  await fc.assert(
    fc.property(fc.array(writes, { maxLength: 6 }), (all) => {
      const sets = all.map((one, n) => aTouchSet(`t${n}`, one));
      const expected = all.flatMap((one, n) =>
        all.slice(n + 1).map((other, m) => [`t${n} t${n + 1 + m}`, naiveRisk(one, other)] as const),
      );
      const found = new Map(pairRisks(sets).map(({ between, p }) => [between.join(' '), p]));
      for (const [pair, p] of expected) expect(found.get(pair) ?? 0).toBeCloseTo(p, 9);
    }),
  );
});

function naiveRisk(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): number {
  const shared = Object.keys(one).filter((path) => path in other);
  if (shared.length === 0) return 0;
  const p = calibrateRisk(1 - shared.reduce((none, path) => none * (1 - (one[path] ?? 0) * (other[path] ?? 0)), 1));
  return p < 0.001 ? 0 : p;
}

describe('calibration', () => {
  it.each([
    [0.0146, 0.12],
    [0.073, 0.3],
    [0.14, 0.41],
    [0.26, 0.54],
    [0.94, 0.94],
  ])('%d becomes about %d', (computed, observed) => {
    expect(calibrateRisk(computed)).toBeCloseTo(observed, 1);
  });

  it('keeps the order and stays a probability', async () => {
    const p = fc.double({ min: 1e-6, max: 0.9999, noNaN: true });
    await fc.assert(
      fc.property(p, p, (a, b) => {
        expect(calibrateRisk(a)).toBeGreaterThan(0);
        expect(calibrateRisk(a)).toBeLessThan(1);
        if (a < b) expect(calibrateRisk(a)).toBeLessThanOrEqual(calibrateRisk(b));
      }),
    );
  });
});
