import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGlobs } from './index.js';
import { allPaths, naiveMatches } from './naive-matcher.testing.js';
import { somePatterns } from './patterns.testing.js';

const world = [
  '.env',
  'README.md',
  'docs/guide.md',
  'docs/api/guide.md',
  'src',
  'src/.env',
  'src/index.ts',
  'src/index.test.ts',
  'src/a/b/c.ts',
  'src/[id].ts',
];

/** The paths of the small world that a set holds. */
function matching(...patterns: readonly string[]): readonly string[] {
  const set = parsed(patterns);
  return world.filter((path) => set.matches(path));
}

function parsed(patterns: readonly string[], ignoreCase = false) {
  const result = parseGlobs(patterns, { ignoreCase });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a set of globs', () => {
  it.each([
    ['a star stays within a segment and takes dot files', ['*'], ['.env', 'README.md', 'src']],
    ['two stars take everything', ['**'], world],
    ['a folder with two stars is everything below it, not itself', ['docs/**'], ['docs/guide.md', 'docs/api/guide.md']],
    ['a trailing slash means the same', ['docs/'], ['docs/guide.md', 'docs/api/guide.md']],
    ['a bare name is one path only', ['src'], ['src']],
    ['leading stars match at the root too', ['**/*.md'], ['README.md', 'docs/guide.md', 'docs/api/guide.md']],
    [
      'stars in the middle match no folder too',
      ['src/**/*.ts'],
      ['src/index.ts', 'src/index.test.ts', 'src/a/b/c.ts', 'src/[id].ts'],
    ],
    ['two stars beside a letter are one', ['src/i**'], ['src/index.ts', 'src/index.test.ts']],
    ['a question mark is one character', ['sr?'], ['src']],
    ['braces give a choice, also across folders', ['{docs/api,src/a/b}/*'], ['docs/api/guide.md', 'src/a/b/c.ts']],
    ['braces nest and may be empty', ['src/index{,.{spec,test}}.ts'], ['src/index.ts', 'src/index.test.ts']],
    ['a class takes one of its members', ['[A-Z]*', '[!A-Zs]*'], ['.env', 'README.md']],
    ['a backslash makes a character plain', ['src/\\[id].ts'], ['src/[id].ts']],
    ['a negation takes away from what came before', ['src/*.ts', '!**/*.test.ts'], ['src/index.ts', 'src/[id].ts']],
    ['a later pattern gives back', ['docs/**', '!docs/**', 'docs/guide.md'], ['docs/guide.md']],
    ['a negation before everything takes nothing away', ['!docs/**', 'docs/*'], ['docs/guide.md']],
    ['only negations match nothing', ['!docs/**'], []],
    ['no pattern matches nothing', [], []],
  ])('%s', (_, patterns, expected) => {
    expect(matching(...patterns)).toEqual(expected);
  });

  it('counts with numbers in braces, forwards or backwards, padded when they are', () => {
    const set = parsed(['v{9..11}', 'p{07..9}', 'n{1..-1}']);
    const candidates = ['v8', 'v9', 'v09', 'v10', 'v11', 'v12', 'p7', 'p07', 'p09', 'p10', 'n-1', 'n0', 'n1', 'n2'];
    expect(candidates.filter((path) => set.matches(path))).toEqual(['v9', 'v10', 'v11', 'p07', 'p09', 'n-1', 'n0', 'n1']);
  });

  it('leaves braces around one thing as they are', () => {
    const set = parsed(['{{name}}/{}.ts', '{id,}/{a}*']);
    const candidates = ['{{name}}/{}.ts', 'name/.ts', 'id/{a}.ts', 'id/a.ts'];
    expect(candidates.filter((path) => set.matches(path))).toEqual(['{{name}}/{}.ts', 'id/{a}.ts']);
  });

  it('takes classes as written: ranges, a bracket first, a dash last, escapes', () => {
    const set = parsed(['[]x]', '[!]a-y-]', '[\\]b-]', '[a\\-c]']);
    expect(Array.from(']xabc-z0').filter((char) => set.matches(char))).toEqual([']', 'x', 'a', 'b', 'c', '-', 'z', '0']);
    const dash = parsed(['[a\\-c]']);
    expect(Array.from('abc-').filter((char) => dash.matches(char))).toEqual(['a', 'c', '-']);
  });

  it('never matches what is no path inside a repository', () => {
    const set = parsed(['**', '*/**', '**/*']);
    const strange = ['', '/', '/a', 'a/', 'a//b', '.', '..', './a', 'a/../b', 'a/.', 'a\0b'];
    expect(strange.filter((path) => set.matches(path))).toEqual([]);
    expect(['...', '.a', 'a/.b', 'a/...'].filter((path) => set.matches(path))).toEqual(['...', '.a', 'a/.b', 'a/...']);
  });

  it('counts characters, not code units', () => {
    expect(['é', '🌊', '🌊🌊', 'e\u0301'].filter((path) => parsed(['?']).matches(path))).toEqual(['é', '🌊']);
    expect(['🌊', '🌋', '🍎'].filter((path) => parsed(['[🌊-🌋]']).matches(path))).toEqual(['🌊', '🌋']);
  });

  it('tells case apart unless told not to', () => {
    const spellings = ['src/App.ts', 'SRC/app.TS', 'src/app.ts', 'src/apple.ts'];
    expect(spellings.filter((path) => parsed(['src/[A-B]pp.ts']).matches(path))).toEqual(['src/App.ts']);
    const folded = parsed(['Src/[A-B]pp.ts'], true);
    expect(spellings.filter((path) => folded.matches(path))).toEqual(['src/App.ts', 'SRC/app.TS', 'src/app.ts']);
  });

  it('takes a negated class without case as neither spelling', () => {
    const set = parsed(['[!A-Y]'], true);
    expect(Array.from('azAZ').filter((path) => set.matches(path))).toEqual(['z', 'Z']);
  });

  it('takes composed and decomposed letters as one when it ignores case', () => {
    const spellings = ['caf\u00e9.md', 'cafe\u0301.md', 'CAFE\u0301.md'];
    expect(spellings.filter((path) => parsed(['cafe\u0301.md'], true).matches(path))).toEqual(spellings);
    expect(spellings.filter((path) => parsed(['cafe\u0301.md']).matches(path))).toEqual(['cafe\u0301.md']);
  });

  it('knows the folders its matches lie in, spelled as written', () => {
    const bases = (...patterns: readonly string[]) => parsed(patterns, true).bases;
    expect(bases('libs/A/**', 'libs/A/x.ts', 'apps/*/x', 'apps/a*/y')).toEqual(['apps', 'libs/A']);
    expect(bases('README.md', 'docs/', 'src/\\[id]/{a,b}')).toEqual(['', 'docs', 'src/[id]']);
    expect(bases('!docs/**')).toEqual([]);
  });

  it('remembers its patterns in order', () => {
    expect(parsed(['b/**', '!b/c', 'a']).patterns).toEqual(['b/**', '!b/c', 'a']);
  });

  it('agrees with a naive matcher on every short path', async () => {
    const paths = allPaths('ab.x/', 4);
    await fc.assert(
      fc.property(somePatterns, (patterns) => {
        const set = parseGlobs(patterns);
        fc.pre(set.ok);
        if (!set.ok) return;
        const wrong = paths.filter((path) => set.value.matches(path) !== naiveMatches(patterns, path));
        expect(wrong).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('agrees with a naive matcher on paths of six characters', () => {
    const paths = allPaths('ab./', 6);
    const sets = [['a*b/**'], ['**/a/**/b', '!**/.*'], ['{a,b/**}/{.a,?}*'], ['[!a]/**/b*', '!b/b/**', '**/b/b.b']];
    for (const patterns of sets) {
      const set = parsed(patterns);
      expect(paths.filter((path) => set.matches(path))).toEqual(paths.filter((path) => naiveMatches(patterns, path)));
    }
  });
});

/** Enough to find a slip in each rule; raise it when changing the automata. */
const RUNS = 200;
