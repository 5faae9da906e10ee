import { err, folderOf, ok, type Result } from '@breakwater/model';
import { compilePattern, sourceOf } from './compile-pattern.js';
import { type GlobSet, newGlobSet } from './glob-set.js';
import { isComplementable } from './is-complementable.js';
import { isLiteral } from './literal-path.js';
import { costFault, type Fault } from './piece.js';
import type { Rule } from './rule.js';
import { staticBase } from './static-base.js';

/** Why a pattern is refused. `message` says what is wrong with it and what to write instead, and does not repeat the pattern. */
export interface GlobProblem extends Fault {
  readonly pattern: string;
}

/**
 * Reads patterns as one set of paths; every pattern that cannot be used is reported.
 *
 * Literals; `?`; `*` within a segment, dot files included; `**` as a whole segment for any number of folders, none
 * included; `dir/**` and `dir/` for everything below; `{a,b{c,d},}`; `{1..3}`; `[a-z]`, `[!x]`, `[^x]`; `\*`; a leading `!`.
 * With `ignoreCase` patterns and paths are compared after NFC and simple lower case, else exactly.
 */
export function parseGlobs(
  patterns: readonly string[],
  options: { readonly ignoreCase?: boolean } = {},
): Result<GlobSet, readonly GlobProblem[]> {
  const ignoreCase = options.ignoreCase ?? false;
  const read = patterns.map((pattern) => ({ pattern, rule: compilePattern(pattern, ignoreCase) }));
  const problems = read.flatMap(({ pattern, rule }) => (rule.ok ? [] : [{ pattern, ...rule.error }]));
  if (problems.length > 0) return err(problems);
  const rules = read.flatMap(({ rule }) => (rule.ok ? [rule.value] : []));
  const costly = costlyNegations(patterns, rules);
  if (costly.length > 0) return err(costly);
  return ok(newGlobSet(patterns, basesOf(patterns), { rules, ignoreCase }));
}

/** The negations that are too much alone, or, when only all of them together are, the last one. */
function costlyNegations(patterns: readonly string[], rules: readonly Rule[]): readonly GlobProblem[] {
  const negations = rules.flatMap((rule, n) => (rule.negated ? [{ pattern: patterns[n] ?? '', rule }] : []));
  if (isComplementable(negations.map(({ rule }) => rule.automaton))) return [];
  const alone = negations.filter(({ rule }) => !isComplementable([rule.automaton]));
  const blamed = alone.length > 0 ? alone : negations.slice(-1);
  return blamed.map(({ pattern }) => ({ pattern, ...costFault('costs too much to take away; use fewer wildcards') }));
}

function basesOf(patterns: readonly string[]): readonly string[] {
  const positive = patterns.filter((pattern) => !pattern.startsWith('!'));
  return [
    ...new Set(positive.map((pattern) => (isLiteral(pattern) ? folderOf(pattern) : staticBase(sourceOf(pattern, false))))),
  ].sort();
}
