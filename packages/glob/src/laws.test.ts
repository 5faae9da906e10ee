import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GlobSet, intersectGlobs, parseGlobs } from './index.js';
import { allPaths } from './naive-matcher.testing.js';
import { somePattern, somePatterns } from './patterns.testing.js';

const paths = allPaths('ab.x/', 3);

function setOf(patterns: readonly string[], ignoreCase = false): GlobSet {
  const result = parseGlobs(patterns, { ignoreCase });
  fc.pre(result.ok);
  if (!result.ok) throw new Error('Internal error: fc.pre did not stop');
  return result.value;
}

/** Costs too much to take away from anything that begins like it. */
const DEAR = '**/**{a{/**a,***a,a**/*},.{aa,}}{a,[!a]{[!a][ab],}{**,[ab]**/}}';

/** What is found within its price. Dearer questions, one in some thousands here, are answered with an overlap that is not proven. */
function meeting(a: GlobSet, b: GlobSet): string | undefined {
  const purse = { left: 1_000_000 };
  const path = intersectGlobs(a, b, purse);
  fc.pre(purse.left >= 0);
  return path;
}

const matching = (set: GlobSet) => paths.filter((path) => set.matches(path));

/** What must hold for any patterns, whatever they mean. */
describe('laws of glob sets', () => {
  it('two sets meet the same way from both sides: together or not, and as short', async () => {
    const law = fc.property(somePatterns, somePatterns, (one, other) => {
      const [a, b] = [setOf(one), setOf(other)];
      expect(meeting(a, b)?.length).toBe(meeting(b, a)?.length);
    });
    await fc.assert(law);
  });

  it('a pattern meets itself', async () => {
    const law = fc.property(somePattern, (pattern) => {
      const set = setOf([pattern]);
      expect(set.matches(meeting(set, set) ?? '')).toBe(true);
    });
    await fc.assert(law);
  });

  it('a pattern taken away from itself leaves nothing', async () => {
    const law = fc.property(somePattern, somePattern, (pattern, other) => {
      const rest = setOf([pattern, `!${pattern}`]);
      expect(meeting(rest, setOf(['**']))).toBeUndefined();
      expect(meeting(setOf([pattern, `!${other}`]), setOf([other]))).toBeUndefined();
    });
    await fc.assert(law, { examples: [['a/**{,a}', DEAR]] });
  });

  it('braces are a choice between patterns', async () => {
    const law = fc.property(somePattern, somePattern, (one, other) => {
      expect(matching(setOf([`{${one},${other}}`]))).toEqual(matching(setOf([one, other])));
    });
    await fc.assert(law);
  });

  it('everything below a folder, in three spellings', async () => {
    const law = fc.property(fc.constantFrom('a', 'b', 'a/b', '*', 'a?'), (folder) => {
      const below = matching(setOf([`${folder}/**`]));
      expect(matching(setOf([`${folder}/`]))).toEqual(below);
      expect(matching(setOf([`${folder}/**/*`]))).toEqual(below);
    });
    await fc.assert(law);
  });

  it('in small letters, ignoring case changes nothing', async () => {
    const law = fc.property(somePatterns, (patterns) => {
      expect(matching(setOf(patterns, true))).toEqual(matching(setOf(patterns)));
    });
    await fc.assert(law);
  });

  it('every match lies below a base', async () => {
    const law = fc.property(somePatterns, (patterns) => {
      const set = setOf(patterns);
      const outside = matching(set).filter((path) => !set.bases.some((base) => base === '' || path.startsWith(`${base}/`)));
      expect(outside).toEqual([]);
    });
    await fc.assert(law);
  });
});
