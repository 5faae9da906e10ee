import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from './cpu-time.testing.js';
import { type GlobSet, intersectGlobs, parseGlobs } from './index.js';
import { allPaths, naiveMatches } from './naive-matcher.testing.js';
import { somePatterns } from './patterns.testing.js';

function parsed(patterns: string | readonly string[], ignoreCase = false): GlobSet {
  const result = parseGlobs([patterns].flat(), { ignoreCase });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('where two sets of globs meet', () => {
  it.each<[string | string[], string | string[], string | undefined]>([
    ['libs/a/**', 'libs/b/**', undefined],
    ['libs/a/**', 'libs/a/**', 'libs/a/x'],
    ['libs/a/**', 'libs/a', undefined],
    ['libs/a/**', 'libs/ab/**', undefined],
    ['libs/*/src/**', 'libs/shared/src/index.ts', 'libs/shared/src/index.ts'],
    ['apps/api/src/*/handler.ts', 'apps/api/src/users/**', 'apps/api/src/users/handler.ts'],
    ['apps/api/src/*/handler.ts', 'apps/api/src/users/admin/**', undefined],
    ['docs/*.md', 'docs/x/y.md', undefined],
    ['docs/**/*.md', 'docs/x/y.md', 'docs/x/y.md'],
    ['docs/**/*.md', '**/index.*', 'docs/index.md'],
    ['**/*.ts', '**/*.tsx', undefined],
    ['**/*.test.ts', 'src/**', 'src/.test.ts'],
    ['src/{orders,users}/**', 'src/{users,carts}/*.ts', 'src/users/.ts'],
    ['src/{orders,users}/**', 'src/{carts,items}/**', undefined],
    ['src/{a,b{c,d},}/x.ts', 'src/b?/x.ts', 'src/bc/x.ts'],
    ['[a-f]*.md', '[g-z]*.md', undefined],
    ['[!a-f]*.md', '[d-g]*.md', 'g.md'],
    ['src/**', '.*', undefined],
    ['src/**', '**/.env', 'src/.env'],
    ['*', '**/*', 'x'],
    ['*.*', '..?', '...'],
    ['*/*', '*', undefined],
    ['dir/', 'dir/**/x', 'dir/x'],
    ['src\\*/**', 'src?/a', 'src*/a'],
    [['src/**', '!src/**/*.ts'], 'src/**/*.ts', undefined],
    [['src/**', '!src/a/**'], 'src/a/**', undefined],
    [['src/**', '!src/a/**', 'src/a/keep.ts'], 'src/a/**', 'src/a/keep.ts'],
    [['!src/a/**', 'src/**'], 'src/a/b', 'src/a/b'],
    [['src/**', '!src/*.ts'], ['src/*', '!src/*.md'], 'src/x'],
    [['*.?', '!*.[!q]'], '*.[o-s]', '.q'],
    [['libs/**', '!libs/*/src/**'], 'libs/*/s*/**', 'libs/x/s/x'],
    [['docs/a.md', 'src/x.ts'], ['lib/**', 'src/*'], 'src/x.ts'],
    ['!a', '!b', undefined],
    ['[é-ü]', 'ö', 'ö'],
  ])('%j and %j: %j', (a, b, expected) => {
    expect(intersectGlobs(parsed(a), parsed(b))).toBe(expected);
    expect(intersectGlobs(parsed(b), parsed(a))).toBe(expected);
  });

  it('meets across case only when case is ignored, and answers in lower case', () => {
    expect(intersectGlobs(parsed('SRC/**'), parsed('src/App.ts'))).toBeUndefined();
    expect(intersectGlobs(parsed('SRC/**', true), parsed('src/App.ts', true))).toBe('src/app.ts');
    expect(intersectGlobs(parsed('[A-C]', true), parsed('[!a-b]', true))).toBe('c');
    expect(intersectGlobs(parsed('[A-C]', true), parsed('[!a-c]', true))).toBeUndefined();
  });

  it('finds no meeting that needs a capital where case is ignored', () => {
    expect(intersectGlobs(parsed(['?', '![^\u00c9]'], true), parsed('*', true))).toBe('é');
  });

  it('refuses to compare sets that treat case differently', () => {
    expect(() => intersectGlobs(parsed('a'), parsed('a', true))).toThrow('Internal error: one glob set ignores case');
  });

  it('prefers the shorter witness, then the one that sorts first, whatever the order of the patterns', () => {
    expect(intersectGlobs(parsed(['long/name', 'b', 'a']), parsed('**'))).toBe('a');
    expect(intersectGlobs(parsed(['a', 'b', 'long/name']), parsed('**'))).toBe('a');
  });

  it('is right about every pair it is asked, judged by all short paths', async () => {
    const paths = allPaths('ab.x/', 4);
    await fc.assert(
      fc.property(somePatterns, somePatterns, (one, other) => {
        const [a, b] = [parseGlobs(one), parseGlobs(other)];
        fc.pre(a.ok && b.ok);
        if (!a.ok || !b.ok) return;
        const witness = intersectGlobs(a.value, b.value);
        const shortest = paths.find((path) => naiveMatches(one, path) && naiveMatches(other, path));
        if (witness === undefined) expect(shortest).toBeUndefined();
        else expect([naiveMatches(one, witness), naiveMatches(other, witness)]).toEqual([true, true]);
        if (shortest !== undefined) expect(witness?.length).toBe(shortest.length);
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('answers within a second for patterns made to hurt', () => {
    const hard = [
      '*a'.repeat(200),
      '*b'.repeat(200),
      `*a${'?'.repeat(200)}`,
      `*b${'?'.repeat(200)}a`,
      `{${'*a,'.repeat(199)}b}*`,
    ];
    const sets = hard.map((pattern) => parsed(pattern));
    for (const a of sets) {
      for (const b of sets) expect(cpuTime(() => intersectGlobs(a, b))).toBeLessThan(1000);
      expect(cpuTime(() => a.matches('ab'.repeat(2000)))).toBeLessThan(1000);
    }
  });

  it('errs towards overlap when the exact answer costs too much', () => {
    const [a, b] = ['a', 'b'].map((char) => parsed(`${`*${char.repeat(20)}`.repeat(190)}?`));
    const answer = intersectGlobs(a as GlobSet, b as GlobSet);
    expect(answer).toBe(`${'a'.repeat(3800)}x`);
    expect(a?.matches(answer ?? '')).toBe(true);
  });

  it('errs towards overlap as well when many answers have emptied the purse, and still tells usual sets apart', () => {
    const [hard, harder] = ['a', 'b'].map((char) => parsed(`*${`*${char}`.repeat(50)}`)) as [GlobSet, GlobSet];
    const far = intersectGlobs(hard, harder);
    const purse = { left: 1_000 };
    expect(intersectGlobs(hard, harder, purse)).not.toBe(far);
    expect(purse.left).toBeLessThan(0);
    expect(hard.matches(intersectGlobs(hard, harder, purse) ?? '')).toBe(true);
    expect(intersectGlobs(parsed('apps/a/**'), parsed('apps/b/**'), purse)).toBeUndefined();
  });

  it('looks no further into two sets of a great many patterns than the purse allows', () => {
    const sets = ['x', 'y'].map((end) => parsed(Array.from({ length: 3_000 }, (_, n) => `*/${n}/**/*.${end}`)));
    const purse = { left: 100_000 };
    expect(sets[0]?.matches(intersectGlobs(sets[0], sets[1] as GlobSet, purse) ?? '')).toBe(true);
    expect(purse.left).toBeGreaterThan(-200_000);
  });

  it('compares half a million pairs of usual sets in a breath', () => {
    const sets = Array.from({ length: 1000 }, (_, n) => parsed(usual(n)));
    const pairs = () => sets.flatMap((a, n) => sets.slice(n + 1).filter((b) => intersectGlobs(a, b) !== undefined)).length;
    // 200 sets share the barrel (19,900 pairs); 50 names are used by four sets each, in two shapes (600 pairs).
    expect(cpuTime(() => expect(pairs()).toBe(20_500))).toBeLessThan(4_000);
  });
});

/** Enough to find a slip in each rule; raise it when changing the automata. */
const RUNS = 200;

function usual(n: number): readonly string[] {
  const shapes = [
    [`libs/l${n % 250}/**`],
    [`apps/a${n % 50}/src/f${n}/**`, `!apps/a${n % 50}/**/*.md`],
    [`libs/l${n % 250}/src/*.ts`],
    [`apps/*/src/m${n}/*.ts`],
    ['libs/shared/src/index.ts', `libs/l${n}/src/lib/*.ts`],
  ];
  return shapes[n % shapes.length] ?? [];
}
