import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { asObjectId } from '../object-id.js';
import { asRef } from '../ref-name.js';
import type { RefMove, RefMoved } from '../repository.js';
import { listWorktrees } from './list-worktrees.js';
import { readRef } from './read-ref.js';

/** Moves or makes one ref, if it and the fence still hold what they should. */
export async function moveRef(git: Git, move: RefMove): Promise<RefMoved> {
  const ref = asRef(move.ref);
  const to = asObjectId(move.to);
  const fence = move.fence === undefined ? [] : [`verify ${asRef(move.fence.ref)} ${asObjectId(move.fence.value)}`];
  if (move.from === null) return transact(git, ref, [...fence, `create ${ref} ${to}`]);
  const step = `update ${ref} ${to} ${asObjectId(move.from)}`;
  return (await refusedAsCheckedOut(git, ref)) ?? transact(git, ref, [...fence, step]);
}

/** Deletes one ref, if it still holds what it should. */
export async function deleteRef(git: Git, ref: string, old: string): Promise<RefMoved> {
  const step = `delete ${asRef(ref)} ${asObjectId(old)}`;
  return (await refusedAsCheckedOut(git, ref)) ?? transact(git, ref, [step]);
}

async function refusedAsCheckedOut(git: Git, ref: string): Promise<RefMoved | undefined> {
  if (!ref.startsWith('refs/heads/')) return undefined;
  const holder = (await listWorktrees(git)).find((worktree) => `refs/heads/${worktree.branch}` === ref);
  return holder === undefined ? undefined : refused(git, ref, `${ref} is checked out at ${holder.path}`);
}

/** One transaction with one ref to change is all or nothing, also for a crash; with several it would not be. */
async function transact(git: Git, ref: string, steps: readonly string[]): Promise<RefMoved> {
  const stdin = `${['start', ...steps, 'prepare', 'commit'].join('\n')}\n`;
  try {
    await git.run(['update-ref', '--no-deref', '--stdin', '-m', 'breakwater'], { stdin });
    return { moved: true };
  } catch (error) {
    // Killed or never started: whether it happened is unknown, so that is no refusal.
    if (!(error instanceof GitError) || error.failure.reason !== 'git-failed' || error.failure.exitCode === null) throw error;
    return refused(git, ref, error.stderr.trim().replace(/^fatal: (commit|prepare): /, ''));
  }
}

async function refused(git: Git, ref: string, message: string): Promise<RefMoved> {
  return { moved: false, is: (await readRef(git, ref)) ?? null, message };
}
