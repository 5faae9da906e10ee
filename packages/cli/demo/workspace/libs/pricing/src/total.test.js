import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discountFor, totalOf } from './index.js';

const tea = { id: 'tea', name: 'Green tea', price: 4.5 };

test('a total adds up its lines', () => {
  const cup = { id: 'cup', name: 'Cup', price: 9 };
  assert.equal(totalOf([{ product: tea, quantity: 2 }, { product: cup, quantity: 1 }]), 18);
  assert.equal(totalOf([]), 0);
});

test('many items cost less', () => {
  assert.deepEqual([1, 9, 10, 49, 50].map(discountFor), [0, 0, 5, 5, 10]);
  assert.equal(totalOf([{ product: tea, quantity: 10 }]), 42.75);
});
