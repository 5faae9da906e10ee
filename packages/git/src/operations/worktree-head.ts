import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { isThere, placeAt } from '../place.js';
import { headCommit } from './head.js';

/** HEAD of a worktree; undefined when there is none at the path, its folder is gone, or it has no commit. */
export async function worktreeHead(git: Git, worktree: string): Promise<CommitId | undefined> {
  const place = await placeAt(git, worktree);
  return place === undefined || !(await isThere(place)) ? undefined : headCommit(place.run);
}
