import { anIndex, aTask, noTexts } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aHistory } from './a-past-commit.testing.js';
import { MODELS } from './models/models.js';
import { PAIR_SIGNALS } from './pair/pair-signals.js';
import type { PredictionInput } from './predict.js';
import { predict } from './predict.js';
import { FILE_SIGNALS } from './signals/signals.js';
import { measuredFiles, measuredPairs } from './training.js';
import { probability } from './trees/boosted-trees.js';
import { WEIGHTS } from './weights.js';

const index = anIndex(['libs/cart/total.ts', 'libs/order/list.ts', 'yarn.lock']);
const input: PredictionInput = {
  ...{ index, symbols: [], texts: noTexts(index), hubs: [] },
  history: aHistory({ 'fix: round totals': ['libs/cart/total.ts', 'yarn.lock'], 'fix: sort orders': ['libs/order/list.ts'] }),
  tasks: [aTask('a', { brief: 'Round totals' }), aTask('b', { brief: 'Sort orders' }), aTask('c', { brief: 'Totals of orders' })],
};

describe('what the models are trained on', () => {
  it('is one row for every candidate of every task, with a number for each signal', () => {
    const files = measuredFiles(input);
    expect(files.map((own) => own.map(({ path }) => path))).toEqual(
      input.tasks.map(() => ['libs/cart/total.ts', 'libs/order/list.ts']),
    );
    for (const { row } of files.flat()) {
      expect(row).toHaveLength(FILE_SIGNALS.length);
      expect(row.every(Number.isFinite)).toBe(true);
    }
  });

  it('is one row for every pair of tasks, by their places', () => {
    const pairs = measuredPairs(input, MODELS.files);
    expect(pairs.map(({ between }) => between)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(pairs.every(({ row }) => row.length === PAIR_SIGNALS.length && row.every(Number.isFinite))).toBe(true);
  });

  it('is the very numbers that the prediction is made from', () => {
    const { touchSets, risks } = predict(input);
    const { share, usual } = WEIGHTS.strange;
    const [first] = measuredFiles(input)[0] ?? [];
    const told = touchSets[0]?.writes.find(({ path }) => path === first?.path);
    expect(told?.p).toBeCloseTo(probability(MODELS.files, first?.row ?? []), 4);
    for (const { between, row } of measuredPairs(input, MODELS.files)) {
      const ids = between.map((n) => input.tasks[n]?.id);
      const risk = risks.find((one) => one.between.every((id, n) => id === ids[n]));
      expect(risk?.p ?? 0).toBeCloseTo((1 - share) * probability(MODELS.pairs, row) + share * usual, 4);
    }
  });

  it('is nothing for nobody', () => {
    expect([measuredFiles({ ...input, tasks: [] }), measuredPairs({ ...input, tasks: [] }, MODELS.files)]).toEqual([[], []]);
  });
});
