import { readdir, rm } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { diskFailure, err, type Failure, isDiskError, isDiskFailure, ok, type Result } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { oneAtATime } from '../one-at-a-time.js';
import { type Place, placeAt, placeOf } from '../place.js';
import { markReady } from '../ready-mark.js';
import { LONG } from '../run/run-git.js';
import { deleteFolder } from './delete-folder.js';
import { outwaitTimes } from './outwait-times.js';

export interface WorktreeToMake {
  readonly path: string;
  readonly reason: string;
  /** What it starts at: `[branch]`, or `['--detach', commit]`. */
  readonly at: readonly string[];
  /** Flags of git while files are written. */
  readonly settings?: readonly string[];
}

/** All files of the commit, also where the user's checkout, whose settings a new worktree takes over, is sparse. */
export const WHOLE: readonly string[] = ['-c', 'core.sparseCheckout=false'];

/**
 * Makes and fills a worktree; answers its path as git knows it. The entry is made one at a time, files are written in parallel. A
 * failure is believed when it comes twice: nothing is left of the first.
 */
export async function makeWorktree(git: Git, order: WorktreeToMake): Promise<Result<string, Failure>> {
  const first = await attempt(git, order);
  // Writing everything again would fill a full disk again.
  return first.ok || isDiskFailure(first.error) ? first : attempt(git, order);
}

async function attempt(git: Git, order: WorktreeToMake): Promise<Result<string, Failure>> {
  try {
    const place = await oneAtATime(git.commonDirectory, () => makeEntry(git, order));
    await place.run([...(order.settings ?? []), 'read-tree', '--reset', '-u', 'HEAD'], { limit: LONG });
    await outwaitTimes(place);
    await markReady(place.directory);
    return ok(place.path);
  } catch (error) {
    await oneAtATime(git.commonDirectory, () => discard(git, order.path));
    return err(failureOf(order.path, error));
  }
}

function failureOf(path: string, error: unknown): Failure {
  if (error instanceof GitError) return error.failure;
  if (isDiskError(error)) return diskFailure(`${path} cannot be filled: ${error.message}`);
  if (error instanceof Error && 'code' in error) return unusable(`${path} cannot be filled: ${error.message}`);
  throw error;
}

async function makeEntry(git: Git, { path, reason, at }: WorktreeToMake): Promise<Place> {
  const detach = at.filter((one) => one === '--detach');
  const start = at.filter((one) => one !== '--detach');
  const flags = ['--quiet', '--no-guess-remote', '--no-checkout', '--lock', '--reason', reasonOf(reason), ...detach];
  await git.run(['worktree', 'add', ...flags, '--', path, ...start]);
  return placeOf(git, path);
}

/** Begins with our name: after a crash that alone may tell that an entry is ours. */
export function reasonOf(reason: string): string {
  return reason.startsWith('breakwater') ? reason : `breakwater: ${reason}`;
}

/** Takes back what was made here a moment ago; nobody was given it, so nothing in it can be work. */
async function discard(git: Git, path: string): Promise<void> {
  const place = await placeAt(git, path);
  if (place === undefined) return;
  await deleteFolder(place.path);
  await rm(place.directory, { recursive: true, force: true });
}

/** Why a worktree cannot be made at a path; found before anything is made. */
export async function targetProblem(path: string): Promise<Failure | undefined> {
  if (!isAbsolute(path)) throw new Error(`Internal error: the path of a worktree is absolute: ${JSON.stringify(path)}`);
  try {
    const names = await readdir(path);
    return names.length === 0 ? undefined : unusable(`${path} exists and is not empty`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? undefined : unusable(`${path} cannot be used: ${message}`);
  }
}

function unusable(message: string): Failure {
  return {
    reason: 'repository-refused',
    code: 'E_WORKTREE_ROOT',
    message,
    hint: 'move what is there, or choose another folder with worktrees.directory',
  };
}
