import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, spreadOf } from './spread.js';

describe('a quantile', () => {
  it('is the smallest value that this share of all does not exceed', async () => {
    expect([0, 0.2, 0.5, 0.6, 0.9, 1].map((share) => quantile([50, 10, 40, 20, 30], share))).toEqual([10, 10, 30, 30, 50, 50]);
    const some = fc.array(fc.integer(), { minLength: 1 });
    const share = fc.integer({ min: 1, max: 10 }).map((n) => n / 10);
    await fc.assert(
      fc.property(some, share, (values, part) => {
        const found = quantile(values, part);
        expect(values).toContain(found);
        const reach = (limit: number) => values.filter((one) => one <= limit).length / values.length;
        expect(reach(found)).toBeGreaterThanOrEqual(part - 1e-9);
        for (const one of values) if (one < found) expect(reach(one)).toBeLessThan(part);
      }),
    );
  });

  it('of nothing is a bug', () => {
    expect(() => quantile([], 0.5)).toThrow('Internal error');
  });
});

describe('a spread', () => {
  it('is rounded to its step, and says no more digits than that', () => {
    expect(spreadOf([1.26, 2.31, 3.449], 0.1)).toEqual({ p50: 2.3, p90: 3.4 });
    expect(spreadOf([7.4, 7.6], 1)).toEqual({ p50: 7, p90: 8 });
    expect(spreadOf([0.125, 0.3], 0.01)).toEqual({ p50: 0.13, p90: 0.3 });
  });

  it('never has its middle above its end', async () => {
    const some = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
    await fc.assert(
      fc.property(some, (values) => {
        const { p50, p90 } = spreadOf(values);
        expect(p50).toBeLessThanOrEqual(p90);
      }),
    );
  });
});
