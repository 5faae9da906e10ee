import type { RepoPath, RepositoryIndex, TouchSet } from '@breakwater/model';
import { isLockLike } from '@breakwater/text';

export interface PastOutcome {
  /** Likeliest first. */
  readonly predicted: readonly RepoPath[];
  /** Files of the base commit that the commit changed. */
  readonly changed: ReadonlySet<string>;
}

/** A prediction beside the truth. Files that are new cannot be predicted by name; those that tools write collide by rule. */
export function pastOutcome(
  touches: TouchSet | undefined,
  changed: readonly RepoPath[],
  { files }: RepositoryIndex,
): PastOutcome {
  const existing = new Set(files.map(({ path }) => path));
  return {
    predicted: touches?.writes.map(({ path }) => path) ?? [],
    changed: new Set(changed.filter((path) => existing.has(path) && !isLockLike(path))),
  };
}
