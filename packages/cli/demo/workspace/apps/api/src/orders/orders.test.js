import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../app.js';
import { sampleData } from '../sample-data.js';

const app = createApp(sampleData);

test('an order is found by its id, with its total', () => {
  const { status, body } = app.handle('GET', '/orders/o1');
  assert.deepEqual([status, body.customerId, body.total], [200, 'ada', 9]);
});

test('an unknown order is not found', () => {
  assert.deepEqual(app.handle('GET', '/orders/o99'), { status: 404, body: { error: 'Order o99 was not found' } });
});

test('an unknown path is not found', () => {
  assert.equal(app.handle('GET', '/nowhere').status, 404);
  assert.equal(app.handle('POST', '/orders/o1').status, 404);
});
