import type { CommitId } from '@breakwater/model';
import { hasClone } from '../clone/clone-mark.js';
import { unsavedInClone } from '../clone/clone-tips.js';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import type { UncommittedPath } from '../parse/status.js';
import { isThere, type Place, placeOf } from '../place.js';
import { isUnfinished } from '../ready-mark.js';
import { commitTreeOf } from './commit-tree-of.js';
import { contentTree } from './snapshot.js';
import { uncommittedIn } from './uncommitted.js';

/** Paths of a worktree whose content no commit holds, sorted; see `Repository`. */
export async function unsaved(git: Git, worktree: string, kept: readonly CommitId[]): Promise<readonly string[]> {
  const place = await placeOf(git, worktree);
  return (await isThere(place)) && !(await isUnfinished(place.directory)) ? unsavedIn(git, place, kept) : [];
}

export async function unsavedIn(git: Git, place: Place, kept: readonly CommitId[]): Promise<readonly string[]> {
  const found = await uncommittedIn(place);
  const isSaved = found.length === 0 || (await isKept(git, { place, found, kept }));
  const files = isSaved ? [] : found.map((one) => one.path);
  const inClone = (await hasClone(place)) ? await unsavedInClone(git, place) : [];
  return [...new Set([...inClone, ...files])];
}

interface Found {
  readonly place: Place;
  readonly found: readonly UncommittedPath[];
  readonly kept: readonly CommitId[];
}

/** No tree holds what is in a repository of its own, so with one of those nothing is ever kept. */
async function isKept(git: Git, { place, found, kept }: Found): Promise<boolean> {
  if (kept.length === 0 || found.some((one) => one.embedded)) return false;
  const tree = await contentTree(place).catch(unknown);
  const trees = await Promise.all(kept.map((commit) => commitTreeOf(git, commit)));
  return tree !== undefined && trees.includes(tree);
}

/** What git cannot read, nobody can call kept. */
function unknown(error: unknown): undefined {
  if (!(error instanceof GitError)) throw error;
}
