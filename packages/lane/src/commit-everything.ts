import { stat } from 'node:fs/promises';
import { GitError, type Repository } from '@breakwater/git';
import type { CommitId } from '@breakwater/model';

/**
 * Makes a commit of all a session left in its worktree. A git that was killed may have left the worktree's index locked; then a
 * snapshot, which needs no index, holds the work. Undefined when the worktree is no longer there. Throws `GitError`.
 */
export async function commitEverything(
  repository: Repository,
  place: string,
  message: string,
): Promise<{ readonly commit: CommitId; readonly savedByUs: boolean } | undefined> {
  const before = (await isFolder(place)) ? await repository.worktreeHead(place) : undefined;
  if (before === undefined) return undefined;
  const commit = (await commitOrSnapshot(repository, place, message)) ?? before;
  return { commit, savedByUs: commit !== before };
}

/** A commit that failed may have moved the tip all the same, so after it the tip is asked for again. */
async function commitOrSnapshot(repository: Repository, place: string, message: string): Promise<CommitId | undefined> {
  try {
    return await repository.commitAll(place, message);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return (await repository.snapshot(place, message)) ?? repository.worktreeHead(place);
  }
}

/** Asked of the file system: a git that fails for another reason must not look like a place without work. */
async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
