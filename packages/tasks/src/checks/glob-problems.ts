import { parseGlobs } from '@breakwater/glob';
import type { Diagnostic } from '@breakwater/model';
import type { Located, Path } from '../parse/located.js';
import { quoted } from '../text/quoted.js';
import { faultAt } from './fault-at.js';
import { pathProblem } from './path-problem.js';

const HINTS = {
  syntax: ['E_GLOB_SYNTAX', 'Put a backslash before a special character that is meant as it is: \\[id\\]'],
  cost: ['E_GLOB_COST', 'Use fewer alternatives and stars, or several globs.'],
} as const;

/** Globs that cannot be read or would cost too much; those that no path may look like were complained about already. */
export function globProblems(patterns: readonly string[], located: Located, path: Path): readonly Diagnostic[] {
  return patterns.flatMap((pattern, at) => {
    const parsed = pathProblem(pattern) === undefined ? parseGlobs([pattern]) : undefined;
    if (parsed === undefined || parsed.ok) return [];
    return parsed.error.map(({ kind, message }) => {
      const [code, hint] = HINTS[kind];
      return faultAt(located, [...path, at], { code, message: `the glob ${quoted(pattern)} cannot be used: ${message}`, hint });
    });
  });
}
