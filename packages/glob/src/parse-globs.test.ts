import { describe, expect, it } from 'vitest';
import { cpuTime } from './cpu-time.testing.js';
import { parseGlobs } from './index.js';

/** What is said about one pattern, in short. */
function problem(pattern: string): string | undefined {
  const result = parseGlobs([pattern]);
  return result.ok ? undefined : result.error.map(({ kind, message }) => `${kind}: ${message}`).join('\n');
}

describe('reading globs', () => {
  it.each([
    ['', 'syntax: is empty'],
    ['!', 'syntax: is empty'],
    ['{a', 'syntax: { is never closed; for the character itself write \\{'],
    ['{a,{b,c}', 'syntax: { is never closed; for the character itself write \\{'],
    ['a}', 'syntax: } closes nothing; for the character itself write \\}'],
    ['[ab', 'syntax: [ is never closed; for the character itself write \\['],
    ['[]', 'syntax: [ is never closed; for the character itself write \\['],
    ['[a-', 'syntax: [ is never closed; for the character itself write \\['],
    ['[z-a]', 'syntax: the range z-a runs backwards'],
    ['[a/b]', 'syntax: a class in brackets cannot hold a slash'],
    ['[[:alpha:]]', 'syntax: named classes such as [:alpha:] are not supported; write the range, e.g. [a-zA-Z]'],
    ['a\\', 'syntax: ends with a backslash that escapes nothing'],
    ['src\\app', 'syntax: \\a escapes a character that needs none; between folders write /'],
    ['@(a|b)/**', 'syntax: extended patterns such as @(a|b) are not supported; write {a,b}, or \\( for the character itself'],
    ['!(a)', 'syntax: extended patterns such as @(a|b) are not supported; write {a,b}, or \\( for the character itself'],
    ['{a..c}', 'syntax: {a..c} is not a range of whole numbers such as {1..3}; for letters write a class such as [a-c]'],
    ['{1..9..2}', 'syntax: {1..9..2} is not a range of whole numbers such as {1..3}; for letters write a class such as [a-c]'],
    ['/src/**', "syntax: begins with a slash; paths start at the repository's root, without one"],
    ['../src', "syntax: has a .. folder; paths start at the repository's root and never leave it"],
    ['./src', "syntax: has a . folder; paths start at the repository's root, so leave it out"],
    ['src/.', "syntax: has a . folder; paths start at the repository's root, so leave it out"],
    ['src//a', 'syntax: has two slashes in a row'],
    ['{/a,/b}', 'syntax: can match no path'],
    ['a\0b', 'syntax: holds a NUL character, which no path can hold'],
    ['{1..10001}', 'cost: its braces stand for more than 10,000 patterns'],
    ['{1..99999999999999}', 'cost: its braces stand for more than 10,000 patterns'],
    ['{a,b}'.repeat(14), 'cost: its braces stand for more than 10,000 patterns'],
    [`${'{a,'.repeat(120)}${'}'.repeat(120)}`, 'cost: braces are nested more than 100 deep'],
    ['a'.repeat(60_000), 'cost: is too long, with its braces counted out'],
    ['*a'.repeat(201), 'cost: has more than 200 stars'],
    [`!*a${'?'.repeat(20)}`, 'cost: costs too much to take away; use fewer wildcards'],
  ])('refuses %.30j', (pattern, expected) => {
    expect(cpuTime(() => expect(problem(pattern)).toBe(expected))).toBeLessThan(1000);
  });

  it.each([
    ['10,000 alternatives', '{1..10000}'],
    ['as many by several braces', `{1..100}/{1..100}`],
    ['many stars', '*a'.repeat(200)],
    ['stars between folders', '**/a/'.repeat(150)],
    ['empty alternatives', '{a,}'.repeat(13)],
    ['an exponential pattern that takes nothing away', `*a${'?'.repeat(200)}`],
    ['a negation of the usual kind', '!**/*.{spec,test}.{ts,tsx,js}'],
    ['parentheses, signs and spaces that mean themselves', 'app/(shop)/@modal/a b+c/$id/#1.tsx'],
    ['an escaped parenthesis after a star', 'copy*\\(1).md'],
  ])('takes %s, within a second', (_, pattern) => {
    expect(cpuTime(() => expect(problem(pattern)).toBeUndefined())).toBeLessThan(1000);
  });

  it('reports every pattern that cannot be used, in order', () => {
    const result = parseGlobs(['{a', 'fine/**', '!/b']);
    expect(result).toEqual({
      ok: false,
      error: [
        { pattern: '{a', kind: 'syntax', message: '{ is never closed; for the character itself write \\{' },
        { pattern: '!/b', kind: 'syntax', message: "begins with a slash; paths start at the repository's root, without one" },
      ],
    });
  });

  it('blames the last of several negations that are too much only together', () => {
    const negations = Array.from('abcdefghijkl', (char) => `!**/*${char}???/**`);
    const result = parseGlobs(['**', ...negations]);
    expect(result.ok ? [] : result.error.map(({ pattern }) => pattern)).toEqual(['!**/*l???/**']);
    expect(parseGlobs(['**', negations[0] ?? '']).ok).toBe(true);
  });
});
