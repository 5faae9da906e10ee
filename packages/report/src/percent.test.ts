import { expect, it } from 'vitest';
import { percent } from './percent.js';

it.each([
  [0, '0 %'],
  [0.001, 'under 1 %'],
  [0.01, '1 %'],
  [0.155, '16 %'],
  [0.99, '99 %'],
  [0.999, 'over 99 %'],
  [1, '100 %'],
])('%d is %s', (p, words) => {
  expect(percent(p)).toBe(words);
});
