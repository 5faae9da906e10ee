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
  const before = await repository.worktreeHead(place).catch(() => undefined);
  if (before === undefined) return undefined;
  const commit = await commitOrSnapshot(repository, place, message);
  return { commit: commit ?? before, savedByUs: commit !== undefined && commit !== before };
}

async function commitOrSnapshot(repository: Repository, place: string, message: string): Promise<CommitId | undefined> {
  try {
    return await repository.commitAll(place, message);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return repository.snapshot(place, message);
  }
}
