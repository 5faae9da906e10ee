import { describe, expect, it } from 'vitest';
import { word } from './automaton.js';
import { compilePattern } from './compile-pattern.js';
import { exactRule, mayMeet, newRule, type Rule } from './rule.js';
import { shortTexts } from './some-automaton.testing.js';

function rule(pattern: string): Rule {
  const compiled = compilePattern(pattern, false);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value;
}

describe('a rule', () => {
  it('knows its sign, how all its paths begin, and whether that is all', () => {
    const shape = ({ negated, prefix, exact }: Rule) => ({ negated, prefix, exact });
    expect(['src/a.ts', '!src/**', 'src/{ab,ac}', '{src,src}', '**', 'a\\*b*'].map((pattern) => shape(rule(pattern)))).toEqual([
      { negated: false, prefix: 'src/a.ts', exact: true },
      { negated: true, prefix: 'src/', exact: false },
      { negated: false, prefix: 'src/', exact: false },
      { negated: false, prefix: '', exact: false },
      { negated: false, prefix: '', exact: false },
      { negated: false, prefix: 'a*b', exact: false },
    ]);
  });

  it.each([
    ['libs/a/**', 'libs/b/**', false],
    ['libs/a/**', 'libs/**', true],
    ['libs/*/src/**', 'libs/a/src/x', true],
    ['libs/*/src/**', 'libs/a/test/x', false],
    ['**/*.md', 'libs/a/**', true],
    ['*', 'libs/a/**', false],
    ['libs', 'libs', true],
    ['libs', 'libs/a', false],
  ])('%s may meet %s by its beginning: %s', (a, b, expected) => {
    expect([mayMeet(rule(a), rule(b)), mayMeet(rule(b), rule(a))]).toEqual([expected, expected]);
  });

  it('stays right after more different paths than it remembers', () => {
    const odd = rule('*a???????????');
    const texts = Array.from({ length: 5000 }, (_, n) => n.toString(2).padStart(13, '0').replaceAll('1', 'a'));
    expect(texts.filter((text) => odd.accepts(text))).toEqual(texts.filter((text) => text.at(-12) === 'a'));
  });

  it('for one path is the same whether it is told so or finds out', () => {
    const [told, found] = [exactRule('ab', false), newRule(word('ab'), false)];
    for (const one of [told, found]) {
      expect(shortTexts.filter(one.accepts)).toEqual(['ab']);
      expect(shortTexts.filter(one.mayBeginWith)).toEqual(['', 'a', 'ab']);
      expect(one).toMatchObject({ prefix: 'ab', exact: true, automaton: word('ab') });
    }
  });
});
