import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from '../app.js';

test('a guarded page sends visitors to sign in', () => {
  assert.deepEqual(visit('/cart', {}, []), { status: 302, location: '/login?next=/cart' });
});

test('somebody signed in may stay', () => {
  assert.equal(visit('/cart', { customerId: 'ada' }, []).status, 200);
});
