import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve, falseConflictsAt, type ScoredPair } from './pair-scores.js';

/** `'.9! .5 .5! .1'`: risks, a mark where the pair conflicts. */
function pairs(text: string): readonly ScoredPair[] {
  return text.split(' ').map((one) => ({ risk: Number.parseFloat(one), conflict: one.endsWith('!') }));
}

describe('the area under the curve', () => {
  it.each([
    ['.9! .8! .2 .1', 1],
    ['.1! .2! .8 .9', 0],
    ['.5! .5', 0.5],
    ['.9! .5 .5! .1', 0.875],
  ])('of %s is %d', (text, area) => {
    expect(areaUnderCurve(pairs(text))).toBe(area);
  });

  it('is the share of all pairings of a conflict with an innocent pair that are in order', async () => {
    const one = fc.record({ risk: fc.constantFrom(0, 0.1, 0.5, 0.9), conflict: fc.boolean() });
    await fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 30 }), (all) => {
        const guilty = all.filter((pair) => pair.conflict);
        const innocent = all.filter((pair) => !pair.conflict);
        fc.pre(guilty.length > 0 && innocent.length > 0);
        const points = guilty.flatMap((a) => innocent.map((b) => (a.risk > b.risk ? 1 : a.risk === b.risk ? 0.5 : 0)));
        const expected = points.reduce((sum: number, point) => sum + point, 0) / points.length;
        expect(areaUnderCurve(all)).toBeCloseTo(expected, 12);
      }),
    );
  });
});

describe('false conflicts at a recall', () => {
  it('are the innocent pairs at or above the threshold that catches enough', () => {
    expect(falseConflictsAt(0.8, pairs('.9! .8 .7! .6! .5! .4 .3! .2 .1'))).toBe(0.25);
    expect(falseConflictsAt(1, pairs('.9! .8 .7! .6! .5! .4 .3! .2 .1'))).toBe(0.5);
  });

  it('count pairs of the same risk together', () => {
    expect(falseConflictsAt(0.8, pairs('.5! .5 .5 .1'))).toBeCloseTo(2 / 3, 12);
  });

  it('are not a number when there is nothing to tell', () => {
    expect(falseConflictsAt(0.8, pairs('.5 .1'))).toBeNaN();
    expect(falseConflictsAt(0.8, pairs('.5! .1!'))).toBeNaN();
  });
});
