import { expect, it } from 'vitest';
import { patience } from './patience.js';

it.each([
  [undefined, 500],
  ['2', 2000],
  ['0.5', 500],
  ['1e9', 2 ** 31 - 1],
  ['', 500],
  ['0', 500],
  ['-1', 500],
  ['soon', 500],
])('BREAKWATER_GIT_SECONDS=%s gives a git %d ms', (seconds, wanted) => {
  expect(patience(500, { BREAKWATER_GIT_SECONDS: seconds })).toBe(wanted);
});
