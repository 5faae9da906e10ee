import { type CommitId, err, type Failure, ok, type Result } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { oneAtATime } from '../one-at-a-time.js';
import { isThere, type Place, placeAt } from '../place.js';
import { isReady } from '../ready-mark.js';
import type { Worktree } from '../repository.js';
import { LONG } from '../run/run-git.js';
import { makeWorktree, reasonOf, targetProblem, WHOLE } from './make-worktree.js';
import { outwaitTimes } from './outwait-times.js';
import { removeEntry } from './remove-worktree.js';

export interface DetachedOrder {
  readonly path: string;
  readonly commit: CommitId;
  readonly reason: string;
}

/**
 * A worktree at a commit and on no branch, with all its files; one that is already there is moved to it. Failures as of `addWorktree`.
 */
export async function addDetachedWorktree(git: Git, order: DetachedOrder): Promise<Result<Worktree, Failure>> {
  const present = await placeAt(git, order.path);
  if (present !== undefined && !(await isThere(present))) await forget(git, present);
  const usable = present !== undefined && (await isThere(present)) && (await isReady(present.directory));
  const made = usable ? await move(present, order.commit) : await make(git, order);
  if (!made.ok) return made;
  return ok({ path: made.value, head: order.commit, branch: undefined, lockReason: reasonOf(order.reason) });
}

/** Git would not make another where one is registered. Without its folder it holds nothing. */
async function forget(git: Git, place: Place): Promise<void> {
  if (await isReady(place.directory)) await oneAtATime(git.commonDirectory, () => removeEntry(git, place));
}

async function make(git: Git, order: DetachedOrder): Promise<Result<string, Failure>> {
  const problem = await targetProblem(order.path);
  if (problem !== undefined) return err(problem);
  return makeWorktree(git, { path: order.path, reason: order.reason, at: ['--detach', order.commit], settings: WHOLE });
}

/** Tracked files become those of the commit; untracked ones, such as installed packages, stay. */
async function move(place: Place, commit: CommitId): Promise<Result<string, Failure>> {
  try {
    await place.run([...WHOLE, 'checkout', '--quiet', '--force', '--detach', commit, '--'], { limit: LONG });
    await outwaitTimes(place);
    return ok(place.path);
  } catch (error) {
    if (error instanceof GitError) return err(error.failure);
    throw error;
  }
}
