import { checkedGlobs, foldCase, type GlobSet } from '@breakwater/glob';
import type { DeclaredWriter } from './declared-writer.js';

/**
 * How to name what two tasks share where their patterns meet on a path no one has: by the pattern both declare, else by the folder in
 * which the narrower one begins (`src/`), else by the narrower pattern. Looked up per pair; `known` keeps patterns that were read.
 */
export function sharedPattern(a: DeclaredWriter, b: DeclaredWriter, path: string, known: Map<string, GlobSet>): string {
  const [mine, theirs] = [a, b].map(({ patterns }) => patterns.filter((one) => matches(one, path, known))) as [
    string[],
    string[],
  ];
  const both = new Set(theirs.map(foldCase));
  const same = mine.filter((one) => both.has(foldCase(one))).sort(narrowestFirst)[0];
  if (same !== undefined) return same;
  const [narrowest = path] = [...mine, ...theirs].sort(narrowestFirst);
  return folderOf(narrowest) || narrowest;
}

function matches(pattern: string, path: string, known: Map<string, GlobSet>): boolean {
  const globs = known.get(pattern) ?? checkedGlobs([pattern], { ignoreCase: true });
  known.set(pattern, globs);
  return globs.matches(path);
}

/** Deepest folder first, then the longest; then by name. */
function narrowestFirst(one: string, other: string): number {
  return folderOf(other).length - folderOf(one).length || other.length - one.length || (one < other ? -1 : 1);
}

/** What stands before the first wildcard, as far as its last slash. */
function folderOf(pattern: string): string {
  const [plain = ''] = pattern.split(/[*?[{\\]/, 1);
  return plain.slice(0, plain.lastIndexOf('/') + 1);
}
