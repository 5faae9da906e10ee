import { describe, expect, it } from 'vitest';
import { MODELS } from '../models/models.js';
import { PAIR_SIGNALS } from '../pair/pair-signals.js';
import { FILE_SIGNALS } from '../signals/signals.js';
import { probability, readTrees } from './boosted-trees.js';

const odds = (p: number): number => Math.log(p / (1 - p));

/** First b > 1, then a > 0.5: four leaves. */
const TREES = readTrees({ signals: 'a b', bias: -1, trees: ['1 0|1 0.5|-2 -1 1 2', '0|3|0 0.25'] });

describe('boosted trees', () => {
  it.each([
    [[0, 0], -1 - 2],
    [[1, 0], -1 - 1],
    [[0, 2], -1 + 1],
    [[1, 2], -1 + 2],
    [[0.5, 1], -1 - 2],
    [[4, 2], -1 + 2 + 0.25],
  ])('of the row %j add up the leaves its answers lead to', (row, wanted) => {
    expect(odds(probability(TREES, row))).toBeCloseTo(wanted, 10);
  });

  it('of no tree are the bias', () => {
    expect(probability({ signals: [], bias: 0, trees: [] }, [])).toBe(0.5);
  });
});

describe('the models that are shipped', () => {
  it('were trained on the signals that are measured', () => {
    expect(MODELS.files.signals).toEqual(FILE_SIGNALS);
    expect(MODELS.pairs.signals).toEqual(PAIR_SIGNALS);
  });

  it.each(Object.entries(MODELS))('are whole: %s', (_, { signals, trees }) => {
    for (const { asked, limits, leaves } of trees) {
      expect(limits).toHaveLength(asked.length);
      expect(leaves).toHaveLength(2 ** asked.length);
      expect(asked.every((signal: number) => signal < signals.length)).toBe(true);
      expect([...limits, ...leaves].every(Number.isFinite)).toBe(true);
    }
  });
});
