import type { Git } from '../git.js';
import { parseStatus, type UncommittedPath } from '../parse/status.js';
import { isThere, type Place, placeOf } from '../place.js';
import { withoutFilters } from '../run/driver-pins.js';
import { configReader, LONG } from '../run/run-git.js';

/** Paths that are neither committed nor ignored, sorted; in the user's checkout when no worktree is named. None where the folder is gone. */
export async function uncommitted(git: Git, worktree?: string): Promise<readonly string[]> {
  if (worktree === undefined && git.bare) return [];
  const place = await placeOf(git, worktree ?? git.root);
  if (!(await isThere(place))) return [];
  // To look at the user's checkout starts no program; a file that a filter would call unchanged may be told as changed.
  const found = await uncommittedIn(place, worktree === undefined ? await withoutFilters(configReader(place.run)) : {});
  // A file taken out of the index that still lies there is listed twice.
  return [...new Set(found.map((one) => one.path))];
}

/** Those of them in a worktree that the index does not have, sorted. */
export async function untracked(git: Git, worktree: string): Promise<readonly string[]> {
  const place = await placeOf(git, worktree);
  return (await uncommittedIn(place)).filter((one) => one.is === 'untracked').map((one) => one.path);
}

/** Untracked folders that are repositories of their own. */
export async function embeddedRepositories(git: Git, worktree: string): Promise<readonly string[]> {
  const place = await placeOf(git, worktree);
  return (await uncommittedIn(place)).filter((one) => one.embedded).map((one) => one.path);
}

export async function uncommittedIn(
  place: Place,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly UncommittedPath[]> {
  const args = ['status', '--porcelain=v2', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=none'];
  const { stdout } = await place.run(args, { environment, limit: LONG });
  return parseStatus(stdout.toString('utf8'));
}
