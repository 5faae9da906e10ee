import type { GlobSet } from './glob-set.js';
import { parseGlobs } from './parse-globs.js';

/** Patterns that were checked when they were read, as a set; one that cannot be used is a bug, and throws. */
export function checkedGlobs(patterns: readonly string[], options: { readonly ignoreCase?: boolean } = {}): GlobSet {
  const parsed = parseGlobs(patterns, options);
  if (parsed.ok) return parsed.value;
  const problems = parsed.error.map(({ pattern, message }) => `${pattern}: ${message}`);
  throw new Error(`Internal error: globs that were not checked: ${problems.join('; ')}`);
}
