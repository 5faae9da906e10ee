import { copyFile, mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { type Place, placeOf } from '../place.js';
import { writeCommit } from './commit-tree.js';
import { headCommit } from './head.js';
import { headTree, stageAll, stageReadable } from './stage-all.js';
import { uncommittedIn } from './uncommitted.js';

/** All that is not ignored and can be read as a commit on top of HEAD; the worktree, its index included, stays as it is. Undefined when nothing differs. */
export async function snapshot(git: Git, worktree: string, message: string): Promise<CommitId | undefined> {
  const place = await placeOf(git, worktree);
  const tree = await readableTree(place);
  if (tree === (await headTree(place))) return undefined;
  const head = await headCommit(place.run);
  return writeCommit(git, { tree, parents: head === undefined ? [] : [head], message });
}

/** The tree of all that is not ignored; nothing in the worktree or its index changes. */
export async function contentTree(place: Place): Promise<string> {
  return withIndexCopy(place, async (environment) => stageAll(place, await uncommittedIn(place, environment), environment));
}

/** The same without what cannot be read. */
export async function readableTree(place: Place): Promise<string> {
  return withIndexCopy(
    place,
    async (environment) => (await stageReadable(place, await uncommittedIn(place, environment), environment)).tree,
  );
}

/** A copy of the index knows which files are unchanged, so only the others are read. */
export async function withIndexCopy<T>(
  place: Place,
  work: (environment: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  // In the worktree's own entry: it goes with the worktree, should we be killed.
  const folder = await mkdtemp(join(place.directory, 'breakwater-index-')).catch(() =>
    mkdtemp(join(tmpdir(), 'breakwater-index-')),
  );
  const index = join(folder, 'index');
  try {
    await copyIndex(join(place.directory, 'index'), index).catch(ignoreMissing);
    return await work({ GIT_INDEX_FILE: index });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * With its time: git takes a file for unchanged when size and time are those the index knows, unless it changed no earlier than the
 * index itself. A younger index would hide what was changed within the second of the last commit.
 */
async function copyIndex(from: string, to: string): Promise<void> {
  const { atime, mtime } = await stat(from);
  await copyFile(from, to);
  await utimes(to, atime, mtime);
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
