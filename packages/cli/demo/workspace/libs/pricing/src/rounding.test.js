import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roundToCents } from './rounding.js';

test('amounts are rounded to whole cents', () => {
  assert.deepEqual([2, 1.994, 1.996].map(roundToCents), [2, 1.99, 2]);
});
