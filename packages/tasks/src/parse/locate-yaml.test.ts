import { describe, expect, test } from 'vitest';
import { aSource, marked } from '../worlds.testing.js';
import { type Located, plainOf } from './located.js';
import { parseYaml } from './parse-yaml.js';

const parse = (text: string) => parseYaml(aSource(text));

/** Every value with the stretch of text it was written in, outermost first. */
function written(text: string): readonly string[] {
  const stretches = (one: Located): readonly string[] => {
    const own = text.slice(one.spot.start, one.spot.end);
    if (one.kind === 'scalar') return [own];
    if (one.kind === 'list') return [own, ...one.items.flatMap(stretches)];
    return [own, ...one.entries.flatMap(({ keySpot, value }) => [text.slice(keySpot.start, keySpot.end), ...stretches(value)])];
  };
  const { value } = parse(text);
  return value === undefined ? [] : stretches(value);
}

describe('a value knows where it was written', () => {
  test.each<[string, readonly string[]]>([
    ['a: 1', ['a: 1', 'a', '1']],
    ['"ä b":  \'🧱\'', ['"ä b":  \'🧱\'', '"ä b"', "'🧱'"]],
    ['[x, [y]]', ['[x, [y]]', 'x', '[y]', 'y']],
    ['{a, b: 1}', ['{a, b: 1}', 'a', '', 'b', '1']],
    ['- a: 1', ['- a: 1', 'a: 1', 'a', '1']],
    ['a:\r\n  - b\r\n  - c', ['a:\r\n  - b\r\n  - c', 'a', '- b\r\n  - c', 'b', 'c']],
  ])('%j', (text, stretches) => {
    expect(written(text)).toEqual(stretches);
  });

  test('an alias where what it names was written', () => {
    const text = 'a: &x [1]\nb: *x';
    expect(written(text)).toEqual([text, 'a', '[1]', '1', 'b', '[1]', '1']);
  });

  test('one that is not there at the end of its key', () => {
    const value = parse('a:\nb: 1').value;
    const entry = value?.kind === 'map' ? value.entries[0] : undefined;
    expect(entry?.value).toMatchObject({ value: null, written: '', spot: { start: 2, end: 2 } });
  });
});

describe('an anchor', () => {
  test('on a key counts for what comes below', () => {
    expect(parse('&k key: 1\nb: *k')).toMatchObject({ faults: [] });
    expect(plainOf(parse('&k key: 1\nb: [*k, *k]').value as Located)).toEqual({ key: 1, b: ['key', 'key'] });
  });

  test('on a key and its value are two', () => {
    expect(plainOf(parse('&k a: &v b\nc: *v\nd: *k').value as Located)).toEqual({ a: 'b', c: 'b', d: 'a' });
  });

  test.each([
    ['is not known above', 'a: «*x»\nb: &x 1', { a: 'x', b: 1 }],
    ['is not known in what it names when that is a text', 'a: 1\nb: [«*a»]', { a: 1, b: ['a'] }],
  ])('%s', (_, drawing, value) => {
    const { text, places } = marked(drawing);
    const read = parse(text);
    expect(read.faults).toMatchObject([{ code: 'E_TASKS_SYNTAX', place: places[0] }]);
    expect(plainOf(read.value as Located)).toEqual(value);
  });
});

describe('a fault is said where it is, and hides nothing of the rest', () => {
  test.each<[string, string, readonly string[], object]>([
    [
      'tags',
      'a: !!str «1»\nb: !x «y»',
      ['the YAML tag "!!str" is not supported', 'the YAML tag "!x" is not supported'],
      { a: '1', b: 'y' },
    ],
    ['a key that is a list', '? «[a]»\n: 1\nb: 2', ['this key is not a text'], { b: 2 }],
    ['a key that is an alias', 'a: &x 1\n? «*x»\n: 2', ['this key is not a text'], { a: 1 }],
    [
      'a key that only in quotes looks like a merge key, which is none',
      `a: {"<<": 1}\nb: {'<<': 2}`,
      [],
      { a: { '<<': 1 }, b: { '<<': 2 } },
    ],
    ['a merge key, its value not even looked at', '«<<»: *gone\na: 1', ['the merge key "<<" is not supported'], { a: 1 }],
    [
      'inside what an alias repeats, once for each time',
      'a: &x [!!str «1»]',
      ['the YAML tag "!!str" is not supported'],
      { a: ['1'] },
    ],
  ])('%s', (_, drawing, messages, value) => {
    const { text, places } = marked(drawing);
    const { faults, value: read } = parse(text);
    expect(faults.map(({ message, place }) => ({ message, place }))).toEqual(
      messages.map((message, n) => ({ message, place: places[n] })),
    );
    expect(plainOf(read as Located)).toEqual(value);
  });
});

test('numbers that no text of JSON can say are what YAML reads, and keep how they were written', () => {
  const { value } = parse('[.inf, -.inf, .nan, 1e999, 0o17, +1, 1e21]');
  const items = value?.kind === 'list' ? value.items : [];
  expect(items.map((one) => (one.kind === 'scalar' ? [one.value, one.written] : []))).toEqual([
    [Number.POSITIVE_INFINITY, '.inf'],
    [Number.NEGATIVE_INFINITY, '-.inf'],
    [Number.NaN, '.nan'],
    [Number.POSITIVE_INFINITY, '1e999'],
    [15, '0o17'],
    [1, '+1'],
    [1e21, '1e21'],
  ]);
});
