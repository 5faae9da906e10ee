import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '../app.js';
import { sampleData } from '../sample-data.js';

const app = createApp(sampleData);

test('a user is found by email', () => {
  const { status, body } = app.handle('GET', '/users?email=ada@example.com');
  assert.deepEqual([status, body.name], [200, 'Ada']);
});

test('asking for nobody is a bad request', () => {
  assert.equal(app.handle('GET', '/users').status, 400);
});
