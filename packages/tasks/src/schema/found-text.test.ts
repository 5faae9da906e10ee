import { expect, test } from 'vitest';
import { valueAt } from '../parse/located.js';
import { located } from '../worlds.testing.js';
import { foundText, misreadHint } from './found-text.js';

const found = (text: string, file?: string) => valueAt(located(`a: ${text}`, file), ['a']);

test.each([
  ['a text', 'ten', 'is "ten"'],
  ['a number as written', '012', 'is 012'],
  ['not a number', '.nan', 'is .nan'],
  ['a truth', 'true', 'is true'],
  ['nothing, written', '~', 'is ~'],
  ['nothing', '', 'is empty'],
  ['an empty text', '""', 'is ""'],
  ['a list', '[1]', 'is a list'],
  ['an empty list', '[]', 'is an empty list'],
  ['a map', '{b: 1}', 'is a map'],
  ['what would command a terminal', '"\\e[2J"', 'is "\\x1b[2J"'],
])('%s', (_, written, text) => {
  expect(foundText(found(written))).toBe(text);
});

test('a missing value', () => {
  expect(foundText(undefined)).toBe('is missing');
});

test.each([
  ['012', 'YAML reads 012 as the number 12; put it in quotes: "012".'],
  ['1e3', 'YAML reads 1e3 as the number 1000; put it in quotes: "1e3".'],
  ['true', 'YAML reads true as the boolean true; put it in quotes: "true".'],
  ['~', 'YAML reads ~ as nothing (null); put it in quotes: "~".'],
  ['text', undefined],
  ['', undefined],
  ['[1]', undefined],
])('what YAML made of %j where a text was meant', (written, hint) => {
  expect(misreadHint(found(written))).toBe(hint);
});

test('JSON misreads nothing', () => {
  expect(misreadHint(valueAt(located('{"a": 12}', 'tasks.json'), ['a']))).toBeUndefined();
  expect(misreadHint(undefined)).toBeUndefined();
});
