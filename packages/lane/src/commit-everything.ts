import { stat } from 'node:fs/promises';
import { GitError, type Repository } from '@breakwater/git';
import type { CommitId, LaneOrder } from '@breakwater/model';

export interface Everything {
  readonly commit: CommitId;
  readonly savedByUs: boolean;
  /** Folders in the worktree that are git repositories of their own: what is in them is not in the commit. */
  readonly embedded: readonly string[];
  /** Files there that git cannot read, as far as it said so: they are not in it either. */
  readonly unreadable: readonly string[];
  /** Files that were in conflict until then, as far as the index said so. */
  readonly unmerged: readonly string[];
  /** Whether HEAD of the worktree led to no commit any more, and why. */
  readonly headless: 'branch-deleted' | 'broken' | undefined;
}

/**
 * Makes a commit of all a session left in its worktree. A git that was killed may have left the worktree's index locked, or the
 * session deleted its branch; then a snapshot, which needs neither, holds the work. Undefined when the folder is no longer there.
 * Throws `GitError`.
 */
export async function commitEverything(
  repository: Repository,
  place: string,
  order: Pick<LaneOrder, 'base' | 'branch' | 'commitMessage'>,
): Promise<Everything | undefined> {
  if (!(await isFolder(place))) return undefined;
  const before = await repository.worktreeHead(place);
  if (before === undefined) return rescueEverything(repository, place, order);
  const { commit = before, ...rest } = await commitOrSnapshot(repository, place, order.commitMessage);
  return { commit, savedByUs: commit !== before, ...rest, headless: undefined };
}

/**
 * Never committed where it lies: that would begin a history without the base. A branch of ours that is gone is made again, for that
 * is where everybody looks for the work.
 */
async function rescueEverything(
  repository: Repository,
  place: string,
  { base, branch, commitMessage }: Pick<LaneOrder, 'base' | 'branch' | 'commitMessage'>,
): Promise<Everything> {
  const tip = await repository.resolveCommit(`refs/heads/${branch}`);
  const commit = await repository.rescue(place, { message: commitMessage, onto: tip.ok ? tip.value : base });
  const ref = `refs/heads/${branch}`;
  const whole = { commit, savedByUs: true, embedded: [], unreadable: [], unmerged: [] } as const;
  if ((await repository.readRef(ref)) !== undefined) return { ...whole, headless: 'broken' };
  await repository.moveRef({ ref, from: null, to: commit });
  return { ...whole, headless: 'branch-deleted' };
}

/** A commit that failed may have moved the tip all the same, so after it the tip is asked for again. */
async function commitOrSnapshot(
  repository: Repository,
  place: string,
  message: string,
): Promise<Pick<Everything, 'embedded' | 'unreadable' | 'unmerged'> & { readonly commit?: CommitId | undefined }> {
  try {
    return await repository.commitAll(place, message);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const commit = (await repository.snapshot(place, message)) ?? (await repository.worktreeHead(place));
    return { commit, embedded: await repository.embeddedRepositories(place), unreadable: [], unmerged: [] };
  }
}

/** Asked of the file system: a git that fails for another reason must not look like a place without work. */
async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
