import { describe, expect, it } from 'vitest';
import { EVERYTHING, SEGMENT, soleMember } from './char-set.js';
import { readTokens, type Token } from './read-tokens.js';

/** Tokens in short: a character for itself, in brackets the number of ranges of a set, signs for the rest. */
function tokens(text: string, ignoreCase = false): string {
  const read = readTokens(Array.from(text), ignoreCase);
  return read.ok ? read.value.map(sign).join(' ') : read.error.message;
}

function sign(token: Token): string {
  if ('at' in token) return `${token.kind}@${token.at}`;
  if (token.kind !== 'chars') return token.kind;
  const sole = soleMember(token.set);
  return sole === undefined ? `[${token.set.length / 2}]` : String.fromCodePoint(sole);
}

describe('reading tokens', () => {
  it.each([
    ['', ''],
    ['a/b', 'a slash b'],
    ['a*b', 'a star b'],
    ['**', 'globstar'],
    ['***', 'star'],
    ['****/*', 'star slash star'],
    ['?[ab]', '[2] [1]'],
    ['[a]', 'a'],
    ['{a,b}', 'open@0 a comma@2 b close@4'],
    ['a,b', 'a comma@1 b'],
    ['🌊{', '🌊 open@1'],
    ['\\*\\{\\,\\\\', '* { , \\'],
    ['\\/', 'slash'],
    ['\\🌊', '🌊'],
    ['!a', '! a'],
    [']', ']'],
  ])('%j is %j', (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it('takes any character of a segment for a question mark', () => {
    expect(readTokens(['?'], false)).toEqual({ ok: true, value: [{ kind: 'chars', set: SEGMENT }] });
    expect(SEGMENT).not.toEqual(EVERYTHING);
  });

  it('folds characters, escaped ones too, and leaves signs alone', () => {
    expect(tokens('A\\.B/*', true)).toBe('a . b slash star');
    expect(tokens('A')).toBe('A');
  });

  it.each([
    ['a\\', 'ends with a backslash that escapes nothing'],
    ['src\\lib', '\\l escapes a character that needs none; between folders write /'],
    ['a\\ä', '\\ä escapes a character that needs none; between folders write /'],
    ['v\\1', '\\1 escapes a character that needs none; between folders write /'],
    ['a\0', 'holds a NUL character, which no path can hold'],
    ['a[b', '[ is never closed; for the character itself write \\['],
  ])('refuses %j', (text, message) => {
    expect(tokens(text)).toBe(message);
  });
});
