import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from '../app.js';

test('the first page lists what can be bought', () => {
  const { body } = visit('/', {}, [{ id: 'tea', name: 'Tea & more', price: 4.5 }]);
  assert.equal(body, '<h1>Welcome</h1><ul><li>Tea &amp; more, €4.50</li></ul>');
});

test('an unknown page is not found', () => {
  assert.equal(visit('/nowhere', {}, []).status, 404);
});
