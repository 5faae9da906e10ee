import { describe, expect, it } from 'vitest';
import { type CharSet, only } from './char-set.js';
import { splitSet } from './split-set.js';

const edges = (...sets: readonly CharSet[]) => sets.map((set, to) => ({ set, to }));

describe('splitting a set by edges', () => {
  it('gives pieces that no edge cuts, and nothing else', () => {
    expect(splitSet([1, 10], edges([1, 6], [5, 20]))).toEqual([
      [5, 6],
      [1, 4],
      [7, 10],
    ]);
    expect(splitSet([1, 10], edges([20, 30], [1, 10]))).toEqual([[1, 10]]);
    expect(splitSet(only(5), edges([1, 6], [6, 9]))).toEqual([[5, 5]]);
    expect(splitSet([1, 10], [])).toEqual([[1, 10]]);
    expect(splitSet([], edges([1, 6]))).toEqual([]);
  });
});
