import { readdir } from 'node:fs/promises';
import { type CommitId, err, type Failure, ok, type Result } from '@breakwater/model';
import type { Git } from '../git.js';
import { oneAtATime } from '../one-at-a-time.js';
import { type Place, placeAt, realPathOf } from '../place.js';
import { isReady, isUnfinished } from '../ready-mark.js';
import { removeAside, setAside } from './aside.js';
import { modulesWithOwnHistory } from './modules-with-own-history.js';
import { removeUnfinished } from './repair-worktrees.js';
import { unsavedIn } from './unsaved.js';

/** Removes a worktree in which everything is committed, ignored, or held by one of the kept commits. Failures: `unsaved-work`, `repository-refused` E_WORKTREE_ROOT. */
export async function removeWorktree(git: Git, path: string, kept: readonly CommitId[] = []): Promise<Result<void, Failure>> {
  return removeUnless(git, path, (place) => unsavedWork(git, place, kept));
}

/** Removes a worktree with whatever is in it, for nobody ever worked there. Failure: `repository-refused` E_WORKTREE_ROOT. */
export async function discardWorktree(git: Git, path: string): Promise<Result<void, Failure>> {
  return removeUnless(git, path, async () => undefined);
}

async function removeUnless(
  git: Git,
  path: string,
  reason: (place: Place) => Promise<Failure | undefined>,
): Promise<Result<void, Failure>> {
  const place = await placeAt(git, path);
  if (place === undefined) return goneOr(await realPathOf(path));
  if (await isUnfinished(place.directory)) return removeHalf(git, place);
  if (!(await isReady(place.directory))) return err(refused(`${place.path} was not made by Breakwater`));
  if (await exists(place.path)) {
    const kept = await reason(place);
    if (kept !== undefined) return err(kept);
    await setAside(place.path);
  }
  await oneAtATime(git.commonDirectory, () => removeEntry(git, place));
  await removeAside(place.path);
  return ok(undefined);
}

/** A kill cut its making short. */
async function removeHalf(git: Git, { directory, path }: Place): Promise<Result<void, Failure>> {
  const said = await oneAtATime(git.commonDirectory, () => removeUnfinished(directory, path));
  return (await exists(directory)) ? err(refused(said)) : ok(undefined);
}

async function goneOr(path: string): Promise<Result<void, Failure>> {
  if (await exists(path)) return err(refused(`${path} is not a worktree of this repository`));
  await removeAside(path);
  return ok(undefined);
}

async function unsavedWork(git: Git, place: Place, kept: readonly CommitId[]): Promise<Failure | undefined> {
  const files = await unsavedIn(git, place, kept);
  if (files.length > 0) return { reason: 'unsaved-work', places: [{ place: place.path, files }] };
  const modules = await modulesWithOwnHistory(git, place);
  if (modules.length === 0) return undefined;
  return refused(`${place.path} holds submodules with commits that are nowhere else: ${modules.join(', ')}`);
}

/** The folder is gone, so git only forgets the entry, said twice because it is locked. */
export async function removeEntry(git: Git, place: Place): Promise<void> {
  await git.run(['worktree', 'remove', '--force', '--force', '--', place.path]);
}

async function exists(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  );
}

function refused(message: string): Failure {
  return { reason: 'repository-refused', code: 'E_WORKTREE_ROOT', message, hint: 'look at the folder and remove it yourself' };
}
