import { anIndex } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { wordFacts } from './word-facts.js';

const [file] = anIndex(['a.ts']).files;
const markOf = (word: string) => wordFacts(word, () => true).markOf(file!);

it('have a mark for each word, without line breaks, and none for files that cannot have it', () => {
  expect(markOf('foo')).toBe('word "foo"');
  expect(new Set(['foo', 'Foo', '', '\n', '\\n', '"', '\ud800', '\ud801'].map(markOf)).size).toBe(8);
  expect(markOf('a\nb')).not.toContain('\n');
  expect(wordFacts('foo', () => false).markOf(file!)).toBeUndefined();
});

it('are kept as one byte, and refuse what is none', () => {
  const { encode, decode } = wordFacts('foo', () => true);
  expect([true, false].map((isHeld) => decode(encode(isHeld)))).toEqual([true, false]);
  expect(() => decode(Buffer.from('[]'))).toThrow();
});

it('are no for a word of no characters, which would be found for ever', () => {
  expect(wordFacts('', () => true).read('a.ts', Buffer.from('a'))).toBe(false);
});
