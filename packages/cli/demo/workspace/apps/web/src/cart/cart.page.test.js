import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from '../app.js';

const ada = { customerId: 'ada' };

test('a cart shows its lines and what they cost', () => {
  const { body } = visit('/cart', ada, [{ product: { id: 'tea', name: 'Tea', price: 4.5 }, quantity: 2 }]);
  assert.equal(body, '<h1>Your cart</h1><ul><li>2 x Tea</li></ul><p>Total €9.00</p>');
});

test('an empty cart says so', () => {
  assert.match(visit('/cart', ada, []).body, /Your cart is empty/);
});
