import { type CommitId, err, type Failure, ok, type Result } from '@breakwater/model';
import type { Git } from '../git.js';
import { oneAtATime } from '../one-at-a-time.js';
import { isBranchName } from '../ref-name.js';
import type { NewWorktree, Worktree } from '../repository.js';
import { listWorktrees } from './list-worktrees.js';
import { makeWorktree, reasonOf, targetProblem } from './make-worktree.js';
import { deleteRef, moveRef } from './move-ref.js';

/**
 * A worktree on a branch of its own. Failures: `usage` for a name that cannot be a branch; `repository-refused` E_BRANCH_TAKEN,
 * E_WORKTREE_ROOT; `git-failed`. After a failure there is no branch and no worktree that was not there before.
 */
export async function addWorktree(git: Git, order: NewWorktree): Promise<Result<Worktree, Failure>> {
  if (!isBranchName(order.branch))
    return err({ reason: 'usage', message: `${JSON.stringify(order.branch)} is not a branch name` });
  const problem = await targetProblem(order.path);
  if (problem !== undefined) return err(problem);
  const branch = await oneAtATime(git.commonDirectory, () => claimBranch(git, order));
  if (!branch.ok) return branch;
  const made = await makeWorktree(git, { path: order.path, reason: order.reason, at: [order.branch] });
  if (!made.ok && branch.value === 'made') await deleteRef(git, `refs/heads/${order.branch}`, order.base);
  return made.ok ? ok({ path: made.value, head: order.base, branch: order.branch, lockReason: reasonOf(order.reason) }) : made;
}

/** Made by us beforehand: git would leave the branch behind when it fails, and would take a name like -D for an option. */
async function claimBranch(git: Git, { branch, base }: NewWorktree): Promise<Result<'made' | 'found', Failure>> {
  const made = await moveRef(git, { ref: `refs/heads/${branch}`, from: null, to: base });
  if (made.moved) return ok('made');
  if (made.is !== null) return useBranch(git, branch, { present: made.is, base });
  return err(taken(`the branch ${branch} cannot be made: ${made.message}`));
}

async function useBranch(
  git: Git,
  branch: string,
  { present, base }: { readonly present: string; readonly base: CommitId },
): Promise<Result<'found', Failure>> {
  if (present !== base) return err(taken(`the branch ${branch} exists at ${present}, not at ${base}`));
  const holder = (await listWorktrees(git)).find((worktree) => worktree.branch === branch);
  return holder === undefined ? ok('found') : err(taken(`the branch ${branch} is checked out at ${holder.path}`));
}

function taken(message: string): Failure {
  return {
    reason: 'repository-refused',
    code: 'E_BRANCH_TAKEN',
    message,
    hint: 'rename or delete that branch, or start a run with another id',
  };
}
