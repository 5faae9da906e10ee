import { expect, it } from 'vitest';
import { CERTAIN, confidenceOf, LIKELY } from './touch.js';

it('a probability has its word, and the thresholds belong to the surer one', () => {
  expect([1, CERTAIN, CERTAIN - 0.001, LIKELY, LIKELY - 0.001, 0].map(confidenceOf)).toEqual([
    'certain',
    'certain',
    'likely',
    'likely',
    'possible',
    'possible',
  ]);
});
