import { expect, it } from 'vitest';
import { readTerms } from './read-terms.js';

it.each([
  ['orderHistoryPage', ['order', 'history', 'pag', 'orderhistorypag*']],
  ['Orders of order-history', ['order', 'order', 'history', 'orderhistory*']],
  ['orders.controller.ts', ['order', 'controller', 'ts', 'orderscontrollert*']],
  ['LoginGuard.canActivate()', ['login', 'guard', 'loginguard*', 'activat', 'canactivat*', 'loginguardcanactivat*']],
  ['The end. Of a story... it - is', ['end', 'story']],
  ['MAX_FILES v2', ['max', 'maxfil*', 'v2*']],
  ['Größe ändern', ['größe', 'ändern']],
  ['', []],
])('reads %s', (text, terms) => {
  expect(readTerms(text).map(({ key, whole }) => (whole ? `${key}*` : key))).toEqual(terms);
});

it.each([
  ['OrderHistory', 'order-history'],
  ['order_history', 'order.history'],
  ['userName', 'username'],
  ['orderItems', 'OrderItem'],
])('finds %s as %s', (one, other) => {
  const keys = new Set(readTerms(other).map(({ key }) => key));
  expect(readTerms(one).some(({ key, whole }) => whole && keys.has(key))).toBe(true);
});

it('does not keep a very long name as one', () => {
  expect(readTerms(`a${'Bc'.repeat(40)}`).some(({ whole }) => whole)).toBe(false);
});
