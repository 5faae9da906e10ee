import { expect, it } from 'vitest';
import { meet } from './meet.js';

it.each([
  [[1, 2, 3], [3], true],
  [[3], [1, 2, 3], true],
  [[1, 2, 3], [4], false],
  [[], [1], false],
  [[], [], false],
])('%j and %j: %s', (one, other, expected) => {
  expect(meet(new Set<number>(one), new Set<number>(other))).toBe(expected);
});
