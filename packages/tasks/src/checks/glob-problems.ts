import { type GlobProblem, parseGlobs } from '@breakwater/glob';
import type { Diagnostic } from '@breakwater/model';
import type { Located, Path } from '../parse/located.js';
import { quoted } from '../text/quoted.js';
import { faultAt } from './fault-at.js';
import { pathProblem } from './path-problem.js';

/** Globs that cannot be read or would cost too much; those that no path may look like were complained about already. */
export function globProblems(patterns: readonly string[], located: Located, path: Path): readonly Diagnostic[] {
  const usable = patterns.filter((pattern) => pathProblem(pattern) === undefined);
  return problemsOf(usable).map(({ pattern, kind, message }) => {
    const { code, hint } = WORDS[kind];
    const at = patterns.indexOf(pattern);
    return faultAt(located, [...path, at], { code, message: `the glob ${quoted(pattern)} cannot be used: ${message}`, hint });
  });
}

/** Together, as they are used later, for negations add up; and in both ways, for folding case makes a pattern larger. */
function problemsOf(patterns: readonly string[]): readonly GlobProblem[] {
  const exact = parseGlobs(patterns);
  if (!exact.ok) return exact.error;
  const folded = parseGlobs(patterns, { ignoreCase: true });
  return folded.ok ? [] : folded.error;
}

const WORDS = {
  syntax: { code: 'E_GLOB_SYNTAX', hint: 'Put a backslash before a special character that is meant as it is: \\[id\\]' },
  cost: { code: 'E_GLOB_COST', hint: 'Use fewer alternatives and stars, or several globs.' },
} as const;
