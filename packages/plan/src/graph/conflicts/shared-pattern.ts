import { checkedGlobs, foldCase, type GlobSet } from '@breakwater/glob';
import type { DeclaredWriter } from './declared-writer.js';

/**
 * How to name what two tasks share where their patterns meet on a path no one has: by the pattern both declare, else by the folder in
 * which the narrower one begins (`src/`), else by the narrower pattern. Looked up per pair; `known` keeps patterns that were read.
 */
export function sharedPattern(a: DeclaredWriter, b: DeclaredWriter, path: string, known: Map<string, GlobSet>): string {
  const [mine, theirs] = [matching(a, path, known), matching(b, path, known)];
  const both = new Set(theirs.map(({ pattern }) => foldCase(pattern)));
  const same = mine.filter(({ pattern }) => both.has(foldCase(pattern))).sort(narrowestFirst)[0];
  if (same !== undefined) return same.pattern;
  const [narrowest] = [...mine, ...theirs].sort(narrowestFirst);
  return narrowest?.folder || (narrowest?.pattern ?? path);
}

interface Matching {
  readonly pattern: string;
  /** In which all it matches lies, with a slash at its end; '' where that is not told. */
  readonly folder: string;
}

function matching({ patterns }: DeclaredWriter, path: string, known: Map<string, GlobSet>): readonly Matching[] {
  return patterns.flatMap((pattern) => {
    const globs = known.get(pattern) ?? checkedGlobs([pattern], { ignoreCase: true });
    known.set(pattern, globs);
    const [base = ''] = globs.bases;
    return globs.matches(path) ? [{ pattern, folder: base === '' ? '' : `${base}/` }] : [];
  });
}

/** Deepest folder first, then the longest; then by name. */
function narrowestFirst(one: Matching, other: Matching): number {
  const byLength = other.folder.length - one.folder.length || other.pattern.length - one.pattern.length;
  return byLength || (one.pattern < other.pattern ? -1 : 1);
}
