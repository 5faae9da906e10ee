import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guesser, measured } from './a-guess.testing.js';
import { sharedFileSignals } from './shared-file-signals.js';

const PATHS = ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts', 'f.ts', 'g.ts'];
const guess = guesser({ paths: PATHS });
const files = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) =>
  measured(sharedFileSignals, guess({}, one), guess({}, other));
const odds = (p: number): number => Math.round(Math.log(p / (1 - p)) * 1_000) / 1_000;

describe('the files of two tasks', () => {
  it('that are the same one, for certain on one side, are as likely to be shared as the other side is to write it', () => {
    expect(files({ 'a.ts': 1 }, { 'a.ts': 0.5 })).toEqual({
      overlap: odds(0.5),
      bestShared: odds(0.5),
      bestLesser: odds(0.5),
      lesser: Math.round(Math.log(0.5001) * 1_000) / 1_000,
      cosine: 1,
      given: 1,
      ranked: 1,
    });
  });

  it('that are all different have nothing in common, in finite numbers', () => {
    const least = Math.round(Math.log(1e-5 / (1 - 1e-5)) * 1_000) / 1_000;
    expect(files({ 'a.ts': 0.9 }, { 'b.ts': 0.9 })).toEqual({
      ...{ overlap: least, bestShared: least, bestLesser: least },
      ...{ lesser: Math.round(Math.log(1e-4) * 1_000) / 1_000, cosine: 0, given: 0, ranked: 0 },
    });
    expect(files({}, {})).toEqual(files({ 'a.ts': 0.9 }, { 'b.ts': 0.9 }));
  });

  it('add up: two chances are more than the better one', () => {
    const { overlap, bestShared } = files({ 'a.ts': 0.5, 'b.ts': 0.5 }, { 'a.ts': 0.5, 'b.ts': 0.4 });
    expect([overlap, bestShared]).toEqual([odds(1 - 0.75 * 0.8), odds(0.25)]);
  });

  it('count for less the further down they stand with the other', () => {
    const other = { 'b.ts': 0.9, 'c.ts': 0.8, 'd.ts': 0.7, 'e.ts': 0.6, 'f.ts': 0.5, 'a.ts': 0.4 };
    expect(files({ 'a.ts': 1 }, other)['ranked']).toBe(0.5);
    expect(files({ 'b.ts': 1 }, other)['ranked']).toBe(1);
  });
});

const some = fc.dictionary(fc.constantFrom(...PATHS), fc.double({ min: 0.0001, max: 0.9999, noNaN: true }));

it('what is measured is finite and the same from both sides, and a likelier file never lowers the overlap', async () => {
  await fc.assert(
    fc.property(some, some, fc.constantFrom(...PATHS), (one, other, path) => {
      const told = (a: typeof one, b: typeof one) => sharedFileSignals.measure(guess({}, a), guess({}, b), () => 1);
      const row = told(one, other);
      const back = told(other, one);
      expect(row.every(Number.isFinite)).toBe(true);
      for (const [n, value] of row.entries()) expect(back[n]).toBeCloseTo(value, 9);
      const [likelier = 0] = told({ ...one, [path]: 0.9999 }, other);
      expect(likelier).toBeGreaterThanOrEqual((row[0] ?? 0) - 1e-9);
    }),
  );
});
