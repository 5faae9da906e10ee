import { describe, expect, it } from 'vitest';
import { soleMember } from './char-set.js';
import { groupBraces } from './group-braces.js';
import type { Piece } from './piece.js';
import { readTokens } from './read-tokens.js';

/** Choices as (a|b), so that what was grouped can be read; wildcards as signs of their own. */
function grouped(text: string): string {
  const source = Array.from(text);
  const tokens = readTokens(source, false);
  if (!tokens.ok) return tokens.error.message;
  const pieces = groupBraces(tokens.value, source);
  return pieces.ok ? shown(pieces.value) : `${pieces.error.kind}: ${pieces.error.message}`;
}

function shown(pieces: readonly Piece[]): string {
  return pieces.map(sign).join('');
}

function sign(piece: Piece): string {
  if (piece.kind === 'choice') return `(${piece.options.map(shown).join('|')})`;
  if (piece.kind === 'chars') return String.fromCodePoint(soleMember(piece.set) ?? 0x25a1);
  return { star: '*', globstar: '⁂', slash: '/' }[piece.kind];
}

const TOO_MANY = 'cost: its braces stand for more than 10,000 patterns';

describe('grouping braces', () => {
  it.each([
    ['a', 'a'],
    ['{a,b}', '(a|b)'],
    ['x{a,b}y', 'x(a|b)y'],
    ['{a,b{c,d},}', '(a|b(c|d)|)'],
    ['{,}', '(|)'],
    ['{a/b,**}/*', '(a/b|⁂)/*'],
    ['{{a,b},{c,d}}', '((a|b)|(c|d))'],
    ['{a}', '{a}'],
    ['{}', '{}'],
    ['{{a,b}}', '{(a|b)}'],
    ['{a\\,b}', '{a,b}'],
    ['{a\\},b}', '(a}|b)'],
    ['\\{a,b\\}', '{a,b}'],
    ['{[,],[}]}', '(,|})'],
    ['a,b', 'a,b'],
    ['{?,*}', '(□|*)'],
  ])('%s is %s', (text, expected) => {
    expect(grouped(text)).toBe(expected);
  });

  it.each([
    ['{1..3}', '(1|2|3)'],
    ['{3..1}', '(1|2|3)'],
    ['{-1..1}', '(-1|0|1)'],
    ['{8..11}', '(8|9|10|11)'],
    ['{08..11}', '(08|09|10|11)'],
    ['{1..003}', '(001|002|003)'],
    ['{-01..1}', '(-01|000|001)'],
    ['{5..5}', '(5)'],
    ['{1..2,x}', '(1..2|x)'],
    ['{1...2}', '{1...2}'],
    ['{...slug}', '{...slug}'],
    ['{a.b}', '{a.b}'],
  ])('counts %s as %s', (text, expected) => {
    expect(grouped(text)).toBe(expected);
  });

  it('counts what all braces together stand for', () => {
    expect(grouped('{1..100}{1..101}')).toBe(TOO_MANY);
    expect(grouped(`{${'a,'.repeat(10_000)}}`)).toBe(TOO_MANY);
    expect(grouped('{{1..100}{1..100},x}')).toBe(TOO_MANY);
    expect(grouped('{{1..5000},{1..5000}}')).not.toBe(TOO_MANY);
  });

  it('is not hurt by deep nesting', () => {
    expect(grouped(`${'{'.repeat(99)}${'}'.repeat(99)}`)).toBe(`${'{'.repeat(99)}${'}'.repeat(99)}`);
    expect(grouped('{'.repeat(100_000))).toBe('cost: braces are nested more than 100 deep');
  });
});
