import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shared, spread } from './spread.js';

it.each([
  [4, 1, 0.95],
  [4, 4, 0.95],
  [4, 8, 0.5],
  [4, 400, 0.01],
])('about %i of %i files: %d each', (written, among, each) => {
  expect(spread(written, among, 0.95)).toBe(each);
});

it.each([
  [1, 0.8],
  [4, 0.4],
  [0, 0.8],
])('%i namesakes: %d each', (among, each) => {
  expect(shared(0.8, among)).toBe(each);
});

it('more candidates never make one of them likelier', () => {
  const among = fc.integer({ min: 1, max: 10_000 });
  return fc.assert(
    fc.property(among, among, (a, b) => {
      const [fewer, more] = a < b ? [a, b] : [b, a];
      expect(spread(4, more, 0.95)).toBeLessThanOrEqual(spread(4, fewer, 0.95));
      expect(shared(0.9, more)).toBeLessThanOrEqual(shared(0.9, fewer));
    }),
  );
});
