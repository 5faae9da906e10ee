import { expect, it } from 'vitest';
import { readTerms } from './read-terms.js';

it.each([
  ['orderHistoryPage', ['order', 'history', 'pag', 'orderhistorypag*']],
  ['Orders of order-history', ['order', 'of', 'order', 'history', 'orderhistory*']],
  ['orders.controller.ts', ['order', 'controller', 'ts', 'orderscontrollert*']],
  ['LoginGuard.canActivate()', ['login', 'guard', 'loginguard*', 'can', 'activat', 'canactivat*', 'loginguardcanactivat*']],
  ['The end. Of a story... it - is', ['the', 'end', 'of', 'story', 'it', 'is']],
  ['MAX_FILES v2', ['max', 'fil', 'maxfil*', 'v2*']],
  ['HTMLParser', ['html', 'parser', 'htmlparser*']],
  ['_private $x iPhone', ['privat', 'phon', 'iphon*']],
  ['Größe ändern', ['größ', 'ändern']],
  ['Наши ЗАКАЗЫ — “注文”', ['наши', 'заказы', '注文']],
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

it('says of a term what the text says', () => {
  expect(readTerms('See Order-History’s classes').map(({ said }) => said)).toEqual([
    'see',
    'order',
    'history',
    'order-history',
    'classes',
  ]);
});

it('does not keep a very long chain of names as one', () => {
  const keys = readTerms(`${'anchor.'.repeat(9)}end`).filter(({ whole }) => whole);
  expect(keys).toEqual([]);
});
