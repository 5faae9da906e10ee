import { describe, expect, it } from 'vitest';
import { contains } from './char-set.js';
import { readClass } from './read-class.js';

const asked = Array.from("abcxyzABCXYZ0-]![^\\/,é🌊'");

/** The members of a class among those asked, and what is left behind it. */
function read(text: string, ignoreCase = false): string {
  const source = Array.from(text);
  const result = readClass(source, 0, ignoreCase);
  if (!result.ok) return result.error.message;
  const { set, next } = result.value;
  const members = asked.filter((char) => contains(set, char.codePointAt(0) ?? 0)).join('');
  return `${members} | ${source.slice(next).join('')}`;
}

describe('reading a class', () => {
  it.each([
    ['[abc]rest', 'abc | rest'],
    ['[a-cx]', 'abcx | '],
    ['[x-]', 'x- | '],
    ['[-x]', 'x- | '],
    ['[]x]', 'x] | '],
    ['[x]]', 'x | ]'],
    ['[[x]', 'x[ | '],
    ['[\\]x]', 'x] | '],
    ['[a\\-c]', 'ac- | '],
    ['[\\a]', 'a | '],
    ['[,]', ', | '],
    ['[^a-zA-Z0]', "-]![^\\,é🌊' | "],
    ['[!!]', "abcxyzABCXYZ0-][^\\,é🌊' | "],
    ['[!]a-z]', "ABCXYZ0-![^\\,é🌊' | "],
    ['[é-🌊]', 'é🌊 | '],
    ['[a-z]', 'abcxyz | '],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('folds the members before it negates', () => {
    expect(read('[A-C]', true)).toBe('abc | ');
    expect(read('[!A-C]', true)).toBe("xyzABCXYZ0-]![^\\,é🌊' | ");
  });

  it('never holds a slash', () => {
    expect(read('[.-0]')).toBe('0 | ');
    expect(read('[a/]')).toBe('a class in brackets cannot hold a slash');
  });

  it.each(['[', '[a', '[!', '[!]', '[]', '[a-', '[\\', '[a\\]'])('says that %s is never closed', (text) => {
    expect(read(text)).toBe('[ is never closed; for the character itself write \\[');
  });
});
