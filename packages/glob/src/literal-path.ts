import { asRepoPath } from '@breakwater/model';
import { foldCase } from './fold-case.js';

/** Longer ones are left to the automata, which say what is wrong with them. */
const LONGEST = 4_096;
const SPECIAL = /[*?[\]{}\\]|^!|\/$/;

/** Whether a pattern is a path and nothing else: no wildcard, brace, class, escape, negation or trailing slash. */
export function isLiteral(pattern: string): boolean {
  return !SPECIAL.test(pattern);
}

/** The one path a literal pattern names, folded when case is ignored; undefined for any other pattern and for what is no path. */
export function literalPath(pattern: string, ignoreCase: boolean): string | undefined {
  if (pattern.length > LONGEST || !isLiteral(pattern)) return undefined;
  const path = asRepoPath(pattern);
  return path !== undefined && ignoreCase ? foldCase(path) : path;
}
