import { expect, it } from 'vitest';
import { lineWidth } from './view.js';

it.each([
  [80, 79],
  [80.9, 79],
  [21, 20],
  [20, 19],
  [3, 19],
  [0, 19],
  [-1, 19],
])('a window of %f columns takes lines of %i: the last stays free, and a tiny one counts as 20', (columns, width) => {
  expect(lineWidth({ columns, colour: false, unicode: true })).toBe(width);
});
