import { describe, expect, it } from 'vitest';
import { mean, measure } from './measure.js';

describe('a measured figure', () => {
  it('has no range when every plan says the same', () => {
    expect(measure([2, 2, 2], mean)).toEqual({ value: 2, low: 2, high: 2 });
  });

  it('has a range that holds it, and is narrower with more plans', () => {
    const few = measure([0, 1, 0, 1], mean);
    const many = measure(
      Array.from({ length: 100 }, (_, n) => n % 2),
      mean,
    );
    expect(few.low).toBeLessThan(0.5);
    expect(few.high).toBeGreaterThan(0.5);
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 2);
    expect(many.value).toBe(0.5);
  });

  it('is as wide as the binomial says', () => {
    const { low, high } = measure(
      Array.from({ length: 100 }, (_, n) => Number(n < 20)),
      mean,
    );
    expect(low).toBeCloseTo(0.2 - 1.645 * 0.04, 1);
    expect(high).toBeCloseTo(0.2 + 1.645 * 0.04, 1);
  });

  it('is the same each time', () => {
    expect(measure([1, 5, 2, 8], mean)).toEqual(measure([1, 5, 2, 8], mean));
  });

  it('is 0 when there is nothing to measure', () => {
    expect(measure([], mean)).toEqual({ value: 0, low: 0, high: 0 });
  });
});
