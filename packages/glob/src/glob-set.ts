import { asRepoPath } from '@breakwater/model';
import { foldCase } from './fold-case.js';
import type { Rule } from './rule.js';

/** Only `parseGlobs` can make a set, for only here is the key. */
export const compiled: unique symbol = Symbol('compiled');

/** An ordered list of patterns as one set of paths; a leading `!` takes away from what came before it. */
export interface GlobSet {
  readonly patterns: readonly string[];
  /** False for anything that is no path inside a repository. Never exponential, whatever the pattern. */
  matches(path: string): boolean;
  /**
   * The folders under which every match lies: the leading parts of the positive patterns that hold no wildcard, spelled
   * as written, sorted, each once; '' for a pattern that may match at the root.
   */
  readonly bases: readonly string[];
  readonly [compiled]: Compiled;
}

interface Compiled {
  readonly rules: readonly Rule[];
  readonly ignoreCase: boolean;
}

export function newGlobSet(patterns: readonly string[], bases: readonly string[], { rules, ignoreCase }: Compiled): GlobSet {
  const lastFirst = [...rules].reverse();
  const matches = (path: string): boolean => {
    const spelled = ignoreCase ? foldCase(path) : path;
    const last = lastFirst.find((rule) => rule.accepts(spelled));
    return last !== undefined && !last.negated && asRepoPath(path) !== undefined;
  };
  return { patterns, bases, matches, [compiled]: { rules, ignoreCase } };
}
