import { expect, test } from 'vitest';
import { capacityFor } from './capacity.js';

const GIB = 1024 ** 3;

test.each([
  [0, 0, 1],
  [0.9 * GIB, 0, 1],
  [3.5 * GIB, 0, 3],
  [0, 2, 2],
  [1.5 * GIB, 2, 3],
])('%d bytes free beside %d sessions: %d', (free, running, capacity) => {
  expect(capacityFor(free, running)).toBe(capacity);
});
