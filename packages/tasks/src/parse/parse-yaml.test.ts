import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { aSource, marked } from '../worlds.testing.js';
import { plainOf, spotAt, valueAt } from './located.js';
import { parseYaml } from './parse-yaml.js';

const parse = (text: string) => parseYaml(aSource(text));
const plain = (text: string) => {
  const { value } = parse(text);
  return value === undefined ? undefined : plainOf(value);
};

describe('YAML 1.2 as plain data', () => {
  test.each([
    ['numbers, and how they were written', 'a: 012\nb: 1e3\nc: 0x10', { a: 12, b: 1000, c: 16 }],
    ['no and yes are texts, as in YAML 1.2', 'a: no\nb: yes\nc: on', { a: 'no', b: 'yes', c: 'on' }],
    ['true, false and nothing', 'a: true\nb: false\nc: ~\nd: null\ne:', { a: true, b: false, c: null, d: null, e: null }],
    ['a date is a text', 'a: 2024-01-01', { a: '2024-01-01' }],
    ['block texts', 'a: |\n  one\n  two\nb: >\n  one\n  two\n', { a: 'one\ntwo\n', b: 'one two\n' }],
    ['flow collections', 'a: [1, {b: 2}]', { a: [1, { b: 2 }] }],
    ['keys are texts, whatever they look like', '1: a\ntrue: b\n~: c', { 1: 'a', true: 'b', '~': 'c' }],
    ['aliases stand for what they name', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['an anchor named again counts from there', 'a: &x 1\nb: *x\nc: &x 2\nd: *x', { a: 1, b: 1, c: 2, d: 2 }],
    ['JSON', '{"a": [1, "x"], "b": null}', { a: [1, 'x'], b: null }],
  ])('%s', (_, text, value) => {
    expect(parse(text).faults).toEqual([]);
    expect(plain(text)).toEqual(value);
  });

  test.each(['', '# nothing but a comment\n', '---\n', '---\n# c\n...\n'])('%j holds nothing', (text) => {
    expect(parse(text)).toEqual({ value: undefined, faults: [] });
  });

  test('what was written by a YAML library is read back', async () => {
    const key = fc
      .stringMatching(/^[a-z ]{1,8}$/)
      .filter((text) => text.trim() === text && !['constructor', 'prototype'].includes(text));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
      leaf: fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null)),
    }));
    await fc.assert(
      fc.property(tree, (value) => {
        const text = stringify({ value }, { aliasDuplicateObjects: false });
        expect(parse(text).faults).toEqual([]);
        expect(plain(text)).toEqual({ value });
      }),
    );
  });
});

test('values remember where they were written, and how', () => {
  const { value } = parse('a:\n  - 012\n  - "x"\n');
  expect(valueAt(value, ['a', 0])).toMatchObject({ value: 12, written: '012', spot: { start: 7, end: 10 } });
  expect(valueAt(value, ['a', 1])).toMatchObject({ value: 'x', spot: { start: 15, end: 18 } });
  expect(value && spotAt(value, ['a'])).toMatchObject({ start: 0, end: 1 });
});

describe('a syntax fault', () => {
  const fault = (message: string, place: unknown, hint?: string) => ({
    severity: 'error',
    code: 'E_TASKS_SYNTAX',
    message,
    place,
    ...(hint === undefined ? {} : { hint }),
  });

  test.each([
    ['a tab', '«\t»a: 1', 'Tabs are not allowed as indentation', 'Indent with spaces.'],
    [
      'a colon in a text',
      'a: «b»: c',
      'Nested mappings are not allowed in compact mappings',
      'Put a text that contains ": " in quotes.',
    ],
    [
      'a name that begins with @',
      'a: [«@»shop/web]',
      'Plain value cannot start with reserved character @',
      'Put a text that begins with @ in quotes.',
    ],
    [
      'a text that begins with a backquote',
      'a: «`»b` is wrong',
      'Plain value cannot start with reserved character `',
      'Put a text that begins with ` in quotes.',
    ],
    [
      'an open bracket',
      'a: [1\n«b»: 2\n',
      'Flow sequence in block collection must be sufficiently indented and end with a ]',
      undefined,
    ],
  ])('%s', (_, drawing, what, hint) => {
    const { text, places } = marked(drawing);
    expect(parse(text)).toEqual({ value: undefined, faults: [fault(`this is not YAML: ${what}`, places[0], hint)] });
  });

  test('after a slip at most five are said', () => {
    const { faults } = parse(Array.from({ length: 40 }, (_, n) => `k${n}: a: b`).join('\n'));
    expect(faults).toHaveLength(5);
  });

  test('a second document is refused', () => {
    const { text, places } = marked('a: 1\n«---»\nb: 2\n');
    const one = fault(
      'a second YAML document begins; this is not supported',
      places[0],
      'One file holds one plain YAML document.',
    );
    expect(parse(text)).toEqual({ value: undefined, faults: [one] });
  });

  test('a directive is refused: YAML 1.1 would read other values', () => {
    const { text, places } = marked('# 100%\n«%»YAML 1.1\n---\na: yes\n');
    const one = fault('a YAML directive; this is not supported', places[0], 'One file holds one plain YAML document.');
    expect(parse(text)).toEqual({ value: undefined, faults: [one] });
  });
});

describe('what plain data cannot say is a fault, and the rest is read', () => {
  const TAG = 'Write plain texts, numbers, lists and maps; quote a text that YAML reads as something else.';
  test.each([
    ['a custom tag', 'a: !foo «x»', 'the YAML tag "!foo" is not supported', TAG, { a: 'x' }],
    ['a tag of YAML', 'a: !!str «1»', 'the YAML tag "!!str" is not supported', TAG, { a: '1' }],
    [
      'a merge key',
      'x: &x {a: 1}\ny:\n  «<<»: *x\n  b: 2',
      'the merge key "<<" is not supported',
      'Write the keys out, or use defaults.',
      { x: { a: 1 }, y: { b: 2 } },
    ],
    [
      'an alias without anchor',
      'a: «*nope»',
      'the alias "*nope" names nothing above it',
      'Quote a text that begins with an asterisk.',
      { a: 'nope' },
    ],
    [
      'an alias above its anchor',
      'a: «*x»\nb: &x 1',
      'the alias "*x" names nothing above it',
      'Quote a text that begins with an asterisk.',
      { a: 'x', b: 1 },
    ],
    ['a key that is a list', '? «[a]»\n: 1\nb: 2', 'this key is not a text', 'Keys are plain texts.', { b: 2 }],
  ])('%s', (...[, drawing, message, hint, value]) => {
    const { text, places } = marked(drawing);
    expect(parse(text).faults).toEqual([{ severity: 'error', code: 'E_TASKS_SYNTAX', message, place: places[0], hint }]);
    expect(plain(text)).toEqual(value);
  });

  test('a key written twice', () => {
    const { text, places } = marked('«a»: 1\nb: 2\n«a»: 3\n');
    expect(parse(text).faults).toEqual([
      {
        severity: 'error',
        code: 'E_TASKS_DUPKEY',
        message: 'the key "a" is written twice',
        place: places[1],
        related: [{ message: 'first on line 1', place: places[0] }],
        hint: 'Keep one of the two.',
      },
    ]);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s', (key) => {
    const { text, places } = marked(`a: 1\n«${key}»: {polluted: true}\n`);
    const hint = 'Choose another name: this one has a meaning of its own in JavaScript.';
    const message = `the key "${key}" is not allowed`;
    expect(parse(text).faults).toEqual([{ severity: 'error', code: 'E_TASKS_KEY', message, place: places[0], hint }]);
    expect(plain(text)).toEqual({ a: 1 });
  });
});

describe('limits end the reading at once', () => {
  const deep = 'values lie more than 32 levels deep';
  const many = 'the file stands for more than 100000 values';
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh'].map(
      ([from = '', to = '']) => `${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`,
    ),
  ];
  test.each([
    ['half a million brackets', `a: ${'['.repeat(500_000)}`, deep],
    ['700 nested maps', Array.from({ length: 700 }, (_, n) => `${'  '.repeat(n)}a:`).join('\n'), deep],
    ['33 levels', `a: ${'['.repeat(32)}${']'.repeat(32)}`, deep],
    ['aliases of aliases', bomb.join('\n'), many],
    ['a value that contains itself', 'a: &a [*a, *a]', deep],
    ['100,000 aliases', `x: &x {a: 1}\nb:\n${'- *x\n'.repeat(100_000)}`, many],
  ])('%s', (_, text, message) => {
    const { value, faults } = parse(text);
    expect(value).toBeUndefined();
    expect(faults).toMatchObject([{ code: 'E_TASKS_LIMIT', message }]);
    expect(faults).toHaveLength(1);
  });

  test('32 levels are read', () => {
    expect(parse(`a: ${'['.repeat(31)}${']'.repeat(31)}`).faults).toEqual([]);
  });
});

test('only a part of a text may be YAML, and places remain those of the file', () => {
  const text = '---\na: 1\na: 2\n---\nbody: [\n';
  expect(parseYaml(aSource(text), 4, 14).faults).toMatchObject([
    { code: 'E_TASKS_DUPKEY', place: { line: 3, column: 1, text: 'a: 2' } },
  ]);
});
