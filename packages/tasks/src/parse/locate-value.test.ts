import { expect, test } from 'vitest';
import { aSource } from '../worlds.testing.js';
import { locateValue } from './locate-value.js';
import { plainOf } from './located.js';

const spot = { source: aSource('', 'config.mjs', 'CONFIG'), start: 0, end: 0 };
const through = (value: unknown) => plainOf(locateValue(value, spot));

test('a value made by code is what would have been read', () => {
  const value = { a: [1, 'x', null, true], b: { c: 2, skipped: undefined } };
  expect(through(value)).toEqual({ a: [1, 'x', null, true], b: { c: 2 } });
});

test('what no file can hold becomes a text, and keys that reach into prototypes are left out', () => {
  expect(through({ a: 10n, b: Symbol.for('x'), constructor: 1 })).toEqual({ a: '10', b: 'Symbol(x)' });
});

test('a value that contains itself ends at the deepest level', () => {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  const text = JSON.stringify(through(value));
  expect(text.match(/self/g)).toHaveLength(32);
});
