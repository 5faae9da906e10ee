import { describe, expect, it } from 'vitest';
import { buildAutomaton } from './build-automaton.js';
import { contains, only, SEGMENT } from './char-set.js';
import type { Piece } from './piece.js';

const letter = (char: string): Piece => ({ kind: 'chars', set: only(char.charCodeAt(0)) });
const word = (text: string): readonly Piece[] => Array.from(text, (char) => (char === '/' ? { kind: 'slash' } : letter(char)));
const [star, globstar]: [Piece, Piece] = [{ kind: 'star' }, { kind: 'globstar' }];
const choice = (...options: readonly (readonly Piece[])[]): Piece => ({ kind: 'choice', options });

/** Walks every state at once, by a few lines of its own. */
function accepted(pieces: readonly Piece[], candidates: readonly string[]): readonly string[] {
  const built = buildAutomaton(pieces);
  if (!built.ok) throw new Error(built.error.message);
  const { edges, accepting } = built.value;
  return candidates.filter((text) => {
    let states = [0];
    for (const char of text) {
      const fits = states.flatMap((state) => edges[state] ?? []).filter(({ set }) => contains(set, char.codePointAt(0) ?? 0));
      states = [...new Set(fits.map(({ to }) => to))];
    }
    return states.some((state) => accepting[state] === true);
  });
}

const paths = ['a', 'ab', 'b', 'a/b', 'a/a', 'a/x/b', 'a/x/y/b', 'x/a', 'x/y/a', 'a/', '/a', 'a//b', ''];

describe('building an automaton', () => {
  it.each<[string, readonly Piece[], readonly string[]]>([
    ['a/b', word('a/b'), ['a/b']],
    ['a*', [...word('a'), star], ['a', 'ab']],
    ['**', [globstar], ['a', 'ab', 'b', 'a/b', 'a/a', 'a/x/b', 'a/x/y/b', 'x/a', 'x/y/a']],
    ['a/**', [...word('a/'), globstar], ['a/b', 'a/a', 'a/x/b', 'a/x/y/b']],
    ['a/', word('a/'), ['a/b', 'a/a', 'a/x/b', 'a/x/y/b']],
    ['a/**/b', [...word('a/'), globstar, ...word('/b')], ['a/b', 'a/x/b', 'a/x/y/b']],
    ['**/a', [globstar, ...word('/a')], ['a', 'a/a', 'x/a', 'x/y/a']],
    ['a**', [...word('a'), globstar], ['a', 'ab']],
    ['**a: one star', [globstar, ...word('a')], ['a']],
    ['** twice together: one star', [globstar, globstar], ['a', 'ab', 'b']],
    ['**/**', [globstar, ...word('/'), globstar], ['a', 'ab', 'b', 'a/b', 'a/a', 'a/x/b', 'a/x/y/b', 'x/a', 'x/y/a']],
    ['a{,/**}', [...word('a'), choice([], [...word('/'), globstar])], ['a', 'a/b', 'a/a', 'a/x/b', 'a/x/y/b']],
    ['{a/,}b: a slash inside braces', [choice(word('a/'), []), ...word('b')], ['b', 'a/b']],
    ['{**,a}/b: two stars in braces', [choice([globstar], word('a')), ...word('/b')], ['b', 'a/b', 'a/x/b', 'a/x/y/b'].sort()],
    ['{**,a}b: no segment of their own', [choice([globstar], word('a')), ...word('b')], ['ab', 'b']],
    ['{,a}/b: nothing before a slash', [choice([], word('a')), ...word('/b')], ['a/b']],
    ['nothing', [], []],
    ['an empty class', [{ kind: 'chars', set: [] }], []],
  ])('%s', (_, pieces, expected) => {
    expect([...accepted(pieces, paths)].sort()).toEqual([...expected].sort());
  });

  it('stays small when braces would multiply', () => {
    const braces = Array.from({ length: 13 }, () => choice(word('a'), word('bc'), []));
    const built = buildAutomaton([...braces, { kind: 'chars', set: SEGMENT }]);
    expect(built.ok && built.value.edges.length).toBeLessThan(200);
  });

  it('refuses what is too long to be a path', () => {
    expect(buildAutomaton(word('a'.repeat(50_001)))).toEqual({
      ok: false,
      error: { kind: 'cost', message: 'is too long, with its braces counted out' },
    });
  });
});
