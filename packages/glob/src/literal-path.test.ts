import { asRepoPath } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAutomaton } from './build-automaton.js';
import { groupBraces } from './group-braces.js';
import { isLiteral, literalPath } from './literal-path.js';
import { readTokens } from './read-tokens.js';
import { newRule, type Rule } from './rule.js';

describe('a pattern that is a path', () => {
  it.each(['README.md', 'src/a b/@scope/(shop)/$id,+#1~.tsx', 'a!b', 'größe/🌊', '.env', '...'])('is itself: %s', (pattern) => {
    expect(isLiteral(pattern)).toBe(true);
    expect(literalPath(pattern, false)).toBe(pattern);
  });

  it.each(['a*', 'a?', '[a]', 'a]', '{a,b}', 'a}', '\\a', '!a', 'a/'])('is not one with a meaning of its own: %s', (pattern) => {
    expect(isLiteral(pattern)).toBe(false);
    expect(literalPath(pattern, false)).toBeUndefined();
  });

  it.each(['', '/a', './a', 'a/..', 'a//b', 'a\0b', 'a'.repeat(4097)])('is no path at all: %.10j', (pattern) => {
    expect(literalPath(pattern, false)).toBeUndefined();
  });

  it('is folded when case is ignored', () => {
    expect(literalPath('Src/CAFE\u0301.TS', true)).toBe('src/caf\u00e9.ts');
    expect(literalPath('Src/CAFE\u0301.TS', false)).toBe('Src/CAFE\u0301.TS');
  });

  it('means what reading it character by character would mean', async () => {
    const char = fc.constantFrom('a', 'B', 'É', 'e\u0301', '🌊', '.', '/', ',', '(', ' ', '-', '!');
    const text = fc.array(char, { minLength: 1, maxLength: 6 }).map((chars) => chars.join(''));
    await fc.assert(
      fc.property(text, fc.boolean(), (pattern, ignoreCase) => {
        const slow = isLiteral(pattern) ? readSlowly(pattern, ignoreCase) : undefined;
        const expected = slow?.exact === true && asRepoPath(pattern) !== undefined ? slow.prefix : undefined;
        expect(literalPath(pattern, ignoreCase)).toBe(expected);
      }),
    );
  });
});

/** By tokens, pieces and automaton, as a pattern with wildcards is read. */
function readSlowly(pattern: string, ignoreCase: boolean): Rule | undefined {
  const source = Array.from(ignoreCase ? pattern.normalize('NFC') : pattern);
  const tokens = readTokens(source, ignoreCase);
  const pieces = tokens.ok ? groupBraces(tokens.value, source) : tokens;
  const automaton = pieces.ok ? buildAutomaton(pieces.value) : pieces;
  return automaton.ok ? newRule(automaton.value, false) : undefined;
}
