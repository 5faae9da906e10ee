import { describe, expect, test } from 'vitest';
import { placeOfSpot } from '../text/source.js';
import { located } from '../worlds.testing.js';
import { entryOf, type Path, plainOf, spotAt, textAt, valueAt } from './located.js';

const FILE = 'tasks:\n  - id: a\n    budget: { usd: -1 }\n    title:\n    dependsOn: [b, c]\n  -\n';
const file = located(FILE);

describe('what is at a path', () => {
  test('a value, a text, an entry', () => {
    expect(valueAt(file, ['tasks', 0, 'budget', 'usd'])).toMatchObject({ value: -1 });
    expect(textAt(file, ['tasks', '0', 'id'])).toBe('a');
    expect(entryOf(valueAt(file, ['tasks', 0]), 'id')).toMatchObject({ key: 'id', value: { value: 'a' } });
  });
  test('nothing', () => {
    expect(valueAt(file, ['tasks', 7, 'id'])).toBeUndefined();
    expect(textAt(file, ['tasks', 0, 'budget', 'usd'])).toBeUndefined();
    expect(entryOf(valueAt(file, ['tasks']), 'id')).toBeUndefined();
    expect(valueAt(undefined, ['x'])).toBeUndefined();
  });
});

describe('where to point', () => {
  const underlined = (path: Path) => {
    const { line, column, length, text } = placeOfSpot(spotAt(file, path));
    return [line, text.slice(column - 1, column - 1 + length)];
  };
  test.each<[string, Path, number, string]>([
    ['a value', ['tasks', 0, 'budget', 'usd'], 3, '-1'],
    ['an entry of a list', ['tasks', 0, 'dependsOn', 1], 5, 'c'],
    ['the key of a list', ['tasks', 0, 'dependsOn'], 5, 'dependsOn'],
    ['the key of a map', ['tasks', 0, 'budget'], 3, 'budget'],
    ['the key of an empty value', ['tasks', 0, 'title'], 4, 'title'],
    ['what should hold a missing key', ['tasks', 0, 'brief'], 2, 'id'],
    ['what should hold a missing key inside', ['tasks', 0, 'budget', 'turns'], 3, 'usd'],
    ['a map in a list by its first key', ['tasks', 0], 2, 'id'],
    ['the list when the entry is missing', ['tasks', 0, 'dependsOn', 9], 5, '[b, c]'],
    ['the whole by its first key', [], 1, 'tasks'],
  ])('%s', (_, path, line, text) => {
    expect(underlined(path)).toEqual([line, text]);
  });
});

test('the value alone has no prototype to reach', () => {
  const plain = plainOf(located('a: {b: [1, x, null, true]}'));
  expect(plain).toEqual({ a: { b: [1, 'x', null, true] } });
  expect(Object.getPrototypeOf(plain)).toBeNull();
});
