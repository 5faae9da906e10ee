import { type GlobSet, parseGlobs } from '@breakwater/glob';
import { asRepoPath, type RepoPath } from '@breakwater/model';
import type { PathTable } from './path-table.js';

/** The files a pattern matches and the negations do not take away, sorted. A path without wildcards may be a file or a folder. */
export function matchedBy(pattern: string, negations: readonly string[], paths: PathTable): readonly RepoPath[] {
  const globs = globsOf([...(isExact(pattern) ? [pattern, `${pattern}/**`] : [pattern]), ...negations]);
  return candidates(pattern, globs, paths).filter((path) => globs.matches(path));
}

/** Few enough to be matched one by one: most patterns begin with a folder. */
function candidates(pattern: string, globs: GlobSet, paths: PathTable): readonly RepoPath[] {
  if (!isExact(pattern)) return belowAny(globs.bases, paths);
  const itself = asRepoPath(pattern);
  return [...(itself !== undefined && paths.has(itself) ? [itself] : []), ...paths.below(pattern)];
}

function belowAny(folders: readonly string[], paths: PathTable): readonly RepoPath[] {
  const [only = '', ...more] = folders;
  return more.length === 0 ? paths.below(only) : [...new Set(folders.flatMap((folder) => paths.below(folder)))].sort();
}

/** The path of a pattern without wildcards, unless the negations take it away. */
export function exactPath(pattern: string, negations: readonly string[]): RepoPath | undefined {
  const path = isExact(pattern) ? asRepoPath(pattern) : undefined;
  return path !== undefined && globsOf([pattern, ...negations]).matches(path) ? path : undefined;
}

function isExact(pattern: string): boolean {
  return !/[*?[\]{}\\]|\/$/.test(pattern);
}

/** Patterns were checked when the tasks were read. */
export function globsOf(patterns: readonly string[]): GlobSet {
  const parsed = parseGlobs(patterns);
  if (parsed.ok) return parsed.value;
  throw new Error(
    `Internal error: globs of a task: ${parsed.error.map(({ pattern, message }) => `${pattern}: ${message}`).join('; ')}`,
  );
}
