import { expect, it } from 'vitest';
import { nextNumbered } from './next-numbered.js';

const PLACE = 'refs/breakwater/runs/7f3a/undone/';

it.each([
  [[], 1],
  [['1'], 2],
  [['1', '10', '2'], 11],
  [['3'], 4],
  [['kept', '2/x', '1'], 2],
  [['kept'], 1],
])('after %j comes %i', (names, next) => {
  const present = names.map((name) => ({ ref: `${PLACE}${name}`, id: 'a'.repeat(40) }));
  expect(nextNumbered(PLACE, present)).toBe(`${PLACE}${next}`);
});
