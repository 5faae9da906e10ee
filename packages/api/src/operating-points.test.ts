import { describe, expect, it } from 'vitest';
import { comparedPoints } from './operating-points.js';

function compared(caution: 'fast' | 'balanced' | 'careful', threshold: number): string {
  const { points, present } = comparedPoints({ caution, threshold });
  return points.map((point, n) => `${n === present ? '>' : ''}${point.caution} ${point.threshold}`).join(', ');
}

describe('the ways of planning that are compared', () => {
  it('hold the one in use', () => {
    expect(compared('balanced', 0.5)).toBe('fast 0.5, balanced 0.7, >balanced 0.5, balanced 0.3, careful 0.5');
    expect(compared('careful', 0.5)).toBe('fast 0.5, balanced 0.7, balanced 0.5, balanced 0.3, >careful 0.5');
  });

  it('get it in its place when it is another', () => {
    expect(compared('balanced', 0.4)).toBe('fast 0.5, balanced 0.7, balanced 0.5, >balanced 0.4, balanced 0.3, careful 0.5');
    expect(compared('careful', 0.2)).toBe('fast 0.5, balanced 0.7, balanced 0.5, balanced 0.3, careful 0.5, >careful 0.2');
  });

  it('know that a threshold means nothing to the fast', () => {
    expect(compared('fast', 0.2)).toBe('>fast 0.5, balanced 0.7, balanced 0.5, balanced 0.3, careful 0.5');
  });
});
