import { describe, expect, it } from 'vitest';
import { amountOf, listOf, recordOf, textOf } from './json-value.js';

describe('JSON of which nothing is certain', () => {
  it.each<[unknown, object]>([
    [{ a: 1 }, { a: 1 }],
    [null, {}],
    [undefined, {}],
    [[1], {}],
    ['a', {}],
    [7, {}],
  ])('%j as a record is %j', (value, record) => {
    expect(recordOf(value)).toEqual(record);
  });

  it.each([[null], [{}], ['ab'], [undefined]])('%j as a list is empty', (value) => {
    expect(listOf(value)).toEqual([]);
  });

  it.each<[unknown, number | undefined]>([
    [0, 0],
    [1.5, 1.5],
    [-1, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    ['3', undefined],
    [null, undefined],
  ])('%s as an amount is %s: what is not known is not guessed', (value, amount) => {
    expect(amountOf(value)).toBe(amount);
  });

  it('only a text is a text', () => {
    expect(['', 'a', 1, null, undefined, ['a']].map(textOf)).toEqual(['', 'a', undefined, undefined, undefined, undefined]);
  });
});
