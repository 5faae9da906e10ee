import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from './compile-pattern.js';
import { cpuTime } from './cpu-time.testing.js';
import { allPaths } from './naive-matcher.testing.js';
import { parseGlobs } from './parse-globs.js';
import type { Rule } from './rule.js';

function compiled(pattern: string, ignoreCase = false): Rule {
  const rule = compilePattern(pattern, ignoreCase);
  if (!rule.ok) throw new Error(rule.error.message);
  return rule.value;
}

const paths = allPaths('ab./', 4);
const accepted = (pattern: string) => paths.filter((path) => compiled(pattern).accepts(path));

describe('compiling one pattern', () => {
  it('takes one leading ! as the sign, a second one as a character', () => {
    expect([compiled('!a').negated, compiled('a').negated]).toEqual([true, false]);
    expect(compiled('!!a')).toMatchObject({ negated: true, prefix: '!a', exact: true });
    expect(compiled('\\!a')).toMatchObject({ negated: false, prefix: '!a', exact: true });
  });

  it.each([
    ['a/.b', 'a/[.]b'],
    ['a/.b', 'a\\/.b'],
    ['a/.b', '{a,a}/.b'],
    ['a', '{a,/a,a//}'],
  ])('%s is the same paths as %s', (plain, roundabout) => {
    expect(accepted(roundabout)).toEqual([plain]);
    expect(accepted(plain)).toEqual([plain]);
  });

  it('knows one path by itself however it is spelled, save by braces', () => {
    expect(['a/.b', 'a/[.]b', 'a\\/.b', '{a,a}/.b'].map((pattern) => compiled(pattern).exact)).toEqual([true, true, true, false]);
  });

  it('folds a path as it folds what it is compared with', () => {
    expect(compiled('ÄRGER/A\u0308.Ts', true)).toMatchObject({ prefix: 'ärger/ä.ts', exact: true });
    expect(compiled('[Ä]RGER/A\u0308.Ts', true)).toMatchObject({ prefix: 'ärger/ä.ts', exact: true });
  });

  it('refuses a path that cannot be, with or without a sign before it', () => {
    for (const pattern of ['/a', './a', '../a', 'a//b']) {
      expect(compilePattern(`!${pattern}`, false)).toEqual(compilePattern(pattern, false));
      expect(compilePattern(pattern, false)).toMatchObject({ ok: false, error: { kind: 'syntax' } });
    }
  });

  it('gives any path and its spelling with a class the same answers', async () => {
    const letter = fc.constantFrom('a', 'b', '.');
    await fc.assert(
      fc.property(fc.constantFrom(...paths), letter, (path, char) => {
        fc.pre(path.includes(char));
        expect(accepted(path.replace(char, `[${char}]`))).toEqual(accepted(path));
      }),
    );
  });
});

it('thousands of plain paths are read in a breath, for a list of tasks names little else', () => {
  const files = (task: number) => Array.from({ length: 60 }, (_, n) => `libs/project-${task}/src/lib/deep/file-${n}.service.ts`);
  const parse = () => Array.from({ length: 400 }, (_, task) => parseGlobs(files(task), { ignoreCase: true }).ok);
  expect(cpuTime(() => expect(parse()).not.toContain(false))).toBeLessThan(700);
});
