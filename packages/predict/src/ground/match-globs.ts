import { checkedGlobs, type GlobSet, isLiteral } from '@breakwater/glob';
import { asRepoPath, type RepoPath } from '@breakwater/model';
import type { PathTable } from './path-table.js';
import { spellOut } from './spell-out.js';

/** A pattern that gives, and what is taken away after it: in a list of globs the later one wins. */
export interface Given {
  readonly pattern: string;
  readonly negations: readonly string[];
}

/** The patterns of a list that give, in order. One that gives back what was taken away before it keeps it. */
export function givenBy(patterns: readonly string[]): readonly Given[] {
  const isNegation = (pattern: string): boolean => pattern.startsWith('!');
  return patterns.flatMap((pattern, n) =>
    isNegation(pattern)
      ? []
      : spellOut(pattern).map((one) => ({ pattern: one, negations: patterns.slice(n + 1).filter(isNegation) })),
  );
}

/** The files a pattern matches and the negations do not take away, sorted. A path without wildcards may be a file or a folder. */
export function matchedBy({ pattern, negations }: Given, paths: PathTable): readonly RepoPath[] {
  const globs = checkedGlobs([...(isLiteral(pattern) ? [pattern, `${pattern}/**`] : [pattern]), ...negations]);
  return candidates(pattern, globs, paths).filter((path) => globs.matches(path));
}

/** Few enough to be matched one by one: most patterns begin with a folder. */
function candidates(pattern: string, globs: GlobSet, paths: PathTable): readonly RepoPath[] {
  if (!isLiteral(pattern)) return belowAny(globs.bases, paths);
  const itself = asRepoPath(pattern);
  return [...(itself !== undefined && paths.has(itself) ? [itself] : []), ...paths.below(pattern)];
}

function belowAny(folders: readonly string[], paths: PathTable): readonly RepoPath[] {
  const [only = '', ...more] = folders;
  return more.length === 0 ? paths.below(only) : [...new Set(folders.flatMap((folder) => paths.below(folder)))].sort();
}

/** The path of a pattern without wildcards, unless the negations take it away. */
export function exactPath({ pattern, negations }: Given): RepoPath | undefined {
  const path = isLiteral(pattern) ? asRepoPath(pattern) : undefined;
  return path !== undefined && checkedGlobs([pattern, ...negations]).matches(path) ? path : undefined;
}

/** Whether a list of globs allows a path; one without wildcards that is a folder allows all below it. */
export function allowedBy(patterns: readonly string[], paths: PathTable): (path: string) => boolean {
  const globs = checkedGlobs(patterns.flatMap((one) => (isLiteral(one) && paths.isFolder(one) ? [`${one}/**`] : [one])));
  return globs.matches;
}
