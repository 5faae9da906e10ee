import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aSource, marked } from '../worlds.testing.js';
import { plainOf, valueAt } from './located.js';
import { parseJson } from './parse-json.js';

const HINT = 'JSON has no comments, no trailing commas and quotes every key; YAML files may have them.';
const parse = (text: string) => parseJson(aSource(text, 'tasks.json'));

describe('JSON as JSON.parse reads it', () => {
  test('every value comes out the same', async () => {
    const json = fc.json({ maxDepth: 5 });
    await fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
        const pretty = JSON.stringify(JSON.parse(text), null, indent);
        const { value, faults } = parse(pretty);
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(pretty));
        expect(faults).toEqual([]);
        expect(value === undefined ? undefined : plainOf(value)).toEqual(JSON.parse(pretty));
      }),
    );
  });

  test('what JSON.parse refuses is refused, what it takes is taken', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b\\u00e4"',
      '1',
      '-0.5e3',
      '01',
      '.5',
      'true',
      'nul',
      ' ',
      '\n',
      '//',
      "'a'",
    );
    await fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        fc.pre(text.trim() !== '');
        const { faults } = parse(text);
        const syntax = faults.filter(({ code }) => code === 'E_TASKS_SYNTAX');
        expect(syntax.length === 0).toBe(isJson(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('nothing but space is nothing', () => {
  expect(parse(' \n\t')).toEqual({ value: undefined, faults: [] });
});

test('values remember where they were written, and how', () => {
  const { value } = parse('{ "a": [1e3, "x"] }');
  expect(valueAt(value, ['a', 0])).toMatchObject({ value: 1000, written: '1e3', spot: { start: 8, end: 11 } });
  expect(valueAt(value, ['a', 1])).toMatchObject({ value: 'x', spot: { start: 13, end: 16 } });
  expect(valueAt(value, ['a'])).toMatchObject({ kind: 'list', spot: { start: 7, end: 17 } });
});

describe('a syntax fault', () => {
  const TEXT = 'this text has no end on its line, or an escape that JSON does not know';
  test.each([
    ['a trailing comma', '{"a": 1,«}»', 'a value is expected, not "}"'],
    ['a trailing comma in a list', '[1,«]»', 'a value is expected, not "]"'],
    ['a comment', '«/»/ tasks\n{}', 'a value is expected, not "/"'],
    ['a key without quotes', '{«a»: 1}', 'a value is expected, not "a"'],
    ['a number as key', '{«1»: 1}', 'a key in double quotes is expected, not "1"'],
    ['no colon', '{"a" «1»}', '":" is expected, not "1"'],
    ['no comma', '[1 «2»]', '"]" is expected, not "2"'],
    ['single quotes', "«'»a'", 'a value is expected, not "\'"'],
    ['an unfinished text', '["a", «"»b]', TEXT],
    ['two values', '{} «{»}', 'something follows the end of the value'],
    ['a line break in a text', '«"»a\nb"', TEXT],
    ['an unknown escape', '«"»\\x41"', TEXT],
    ['a leading zero', '[0«1»]', '"]" is expected, not "1"'],
  ])('%s', (_, drawing, what) => {
    const { text, places } = marked(drawing, 'tasks.json');
    const fault = {
      severity: 'error',
      code: 'E_TASKS_SYNTAX',
      message: `this is not JSON: ${what}`,
      place: places[0],
      hint: HINT,
    };
    expect(parse(text)).toEqual({ value: undefined, faults: [fault] });
  });

  test('at the end of the file', () => {
    expect(parse('{"a": [1').faults).toMatchObject([{ message: 'this is not JSON: "]" is expected, not the end of the file' }]);
  });
});

test('a key written twice is a fault with both places, and the first one counts', () => {
  const { text, places } = marked('{"a": 1, «"a"»: 2, «"a"»: 3}', 'tasks.json');
  const first = { message: 'first on line 1', place: { file: 'tasks.json', line: 1, column: 2, length: 3, text } };
  const fault = (n: number) => ({
    severity: 'error',
    code: 'E_TASKS_DUPKEY',
    message: 'the key "a" is written twice',
    place: places[n],
    related: [first],
    hint: 'Keep one of the two.',
  });
  const { value, faults } = parse(text);
  expect(faults).toEqual([fault(0), fault(1)]);
  expect(value && plainOf(value)).toEqual({ a: 1 });
});

test.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused and reaches nothing', (key) => {
  const { value, faults } = parse(`{"${key}": {"polluted": true}, "a": 1}`);
  expect(faults).toMatchObject([{ code: 'E_TASKS_KEY', message: `the key "${key}" is not allowed`, place: { column: 2 } }]);
  expect(value && plainOf(value)).toEqual({ a: 1 });
});

test('half a million brackets end at once', () => {
  const { text, places } = marked(`${'['.repeat(32)}«[»${'['.repeat(500_000)}`, 'tasks.json');
  expect(parse(text)).toEqual({
    value: undefined,
    faults: [
      {
        severity: 'error',
        code: 'E_TASKS_LIMIT',
        message: 'values lie more than 32 levels deep',
        place: places[0],
        hint: 'At most 32 levels; a tasks file needs five.',
      },
    ],
  });
});

test('a text of a megabyte is no trouble', () => {
  const text = 'x'.repeat(1_000_000);
  const { value } = parse(JSON.stringify({ brief: text }));
  expect(valueAt(value, ['brief'])).toMatchObject({ value: text });
});
