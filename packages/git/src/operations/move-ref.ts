import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { asObjectId } from '../object-id.js';
import { asRef } from '../ref-name.js';
import type { RefMove, RefMoved } from '../repository.js';
import { saysTransient } from '../run/retry-transient.js';
import { listWorktrees } from './list-worktrees.js';
import { readRef } from './read-ref.js';
import { refRefusal } from './ref-refusal.js';

/** Moves or makes one ref, if it and the fence still hold what they should. */
export async function moveRef(git: Git, move: RefMove): Promise<RefMoved> {
  const ref = asRef(move.ref);
  const to = asObjectId(move.to);
  const fence = move.fence === undefined ? [] : [`verify ${asRef(move.fence.ref)} ${asObjectId(move.fence.value)}`];
  const { from } = move;
  const step = { ref, from, to, fence: move.fence?.ref };
  if (from === null) return transact(git, { ...step, lines: [...fence, `create ${ref} ${to}`] });
  const line = `update ${ref} ${to} ${asObjectId(from)}`;
  return (await refusedAsCheckedOut(git, ref)) ?? transact(git, { ...step, lines: [...fence, line] });
}

/** Deletes one ref, if it still holds what it should. */
export async function deleteRef(git: Git, ref: string, old: string): Promise<RefMoved> {
  const lines = [`delete ${asRef(ref)} ${asObjectId(old)}`];
  return (await refusedAsCheckedOut(git, ref)) ?? transact(git, { ref, from: old, to: null, lines });
}

async function refusedAsCheckedOut(git: Git, ref: string): Promise<RefMoved | undefined> {
  if (!ref.startsWith('refs/heads/')) return undefined;
  const holder = (await listWorktrees(git)).find((worktree) => `refs/heads/${worktree.branch}` === ref);
  if (holder === undefined) return undefined;
  return { moved: false, is: (await readRef(git, ref)) ?? null, message: `${ref} is checked out at ${holder.path}` };
}

interface Step {
  readonly ref: string;
  /** Null: it is not there. */
  readonly from: string | null;
  readonly to: string | null;
  readonly fence?: string | undefined;
  readonly lines: readonly string[];
}

/**
 * One transaction with one ref to change is all or nothing, also for a crash; with several it would not be. A failure that the value
 * does not explain is believed when it comes twice: the old value is compared, so asking again can do no harm.
 */
async function transact(git: Git, step: Step): Promise<RefMoved> {
  const first = await attempt(git, step);
  if (first === undefined) return { moved: true };
  const is = (await readRef(git, step.ref)) ?? null;
  if (wasKilled(first) && is === step.to) return { moved: true };
  // What passes was tried several times already.
  if (is !== step.from || saysTransient(first.stderr)) return refused(first, step, is);
  const second = await attempt(git, step);
  return second === undefined ? { moved: true } : refused(second, step, (await readRef(git, step.ref)) ?? null);
}

/** Undefined when it moved. */
async function attempt(git: Git, { lines }: Step): Promise<GitError | undefined> {
  const stdin = `${['start', ...lines, 'prepare', 'commit'].join('\n')}\n`;
  try {
    await git.run(['update-ref', '--no-deref', '--stdin', '-m', 'breakwater'], { stdin });
    return undefined;
  } catch (error) {
    if (error instanceof GitError) return error;
    throw error;
  }
}

/** Killed or never started: whether it happened is unknown, so that is no refusal. */
function wasKilled({ failure }: GitError): boolean {
  return failure.reason === 'git-failed' && failure.exitCode === null;
}

function refused(error: GitError, step: Step, is: string | null): RefMoved {
  if (wasKilled(error)) throw error;
  return { moved: false, is, ...refRefusal(error.stderr, step) };
}
