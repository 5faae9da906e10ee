import { expect, it } from 'vitest';
import { at } from './at.js';

it('reads what is there, in lists and typed arrays, nothing mistaken for absence', () => {
  expect([at(['a', ''], 1), at(new Int32Array(2), 0), at([null], 0)]).toEqual(['', 0, null]);
});

it.each([
  [0, []],
  [2, ['a', 'b']],
  [-1, ['a']],
  [0.5, ['a']],
])('calls place %d of %j a bug', (place, list) => {
  expect(() => at(list, place)).toThrow(`Internal error: nothing at place ${place} of ${list.length}`);
});
