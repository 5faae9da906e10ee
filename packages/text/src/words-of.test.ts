import { expect, it } from 'vitest';
import { readTerms } from './read-terms.js';
import { termHash } from './term-hash.js';
import { stemHashesOf, stemsOf, termHashesOf } from './words-of.js';

it.each([
  ['orderHistoryPage', ['order', 'history', 'page']],
  ['HTMLParser.ts', ['html', 'parser', 'ts']],
  ['apps/api/order-history_v2', ['apps', 'api', 'order', 'history']],
  ['Größe ändern', ['größe', 'ändern']],
  ['a b', []],
  ['2024 12', ['2024', '12']],
])('reads the words of %s', (text, words) => {
  const found = readTerms(text).filter(({ whole }) => !whole);
  expect(found.map(({ said }) => said)).toEqual(words);
  expect(stemsOf(text)).toEqual(found.map(({ key }) => key));
  expect(stemHashesOf(text)).toEqual(found.map(({ key }) => termHash(key)));
  expect(termHashesOf(text)).toEqual(readTerms(text).map(({ key }) => termHash(key)));
});

it.each([
  ['orders', 'order'],
  ['histories', 'history'],
  ['caching', 'cached'],
  ['cache', 'caching'],
  ['classes', 'class'],
  ['boxes', 'box'],
  ['pages', 'page'],
])('treats %s and %s alike', (one, other) => {
  expect(stemsOf(one)).toEqual(stemsOf(other));
});

it.each([
  ['status', 'stat'],
  ['class', 'clas'],
])('keeps %s apart from %s', (one, other) => {
  expect(stemsOf(one)).not.toEqual(stemsOf(other));
});
