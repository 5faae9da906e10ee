import fc from 'fast-check';
import { expect, it } from 'vitest';
import { euclideanLength } from './euclidean-length.js';

it('is what Math.hypot answers, to the last bit', async () => {
  const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 60 });
  await fc.assert(
    fc.property(numbers, (given) => {
      expect(euclideanLength(given)).toBe(Math.hypot(...given));
    }),
  );
});

it('is told of more numbers than fit on the stack', () => {
  expect(euclideanLength(new Array(250_000).fill(2))).toBe(1000);
});
