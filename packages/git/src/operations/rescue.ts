import { join } from 'node:path';
import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { type Place, placeAt, realPathOf } from '../place.js';
import { gitIn } from '../run/run-git.js';
import { writeCommit } from './commit-tree.js';
import { commitTreeOf } from './commit-tree-of.js';
import { lastTip } from './last-tip.js';
import { readableTree } from './snapshot.js';

/** What a worktree without a HEAD commit holds, as a commit; see `Repository`. */
export async function rescue(
  git: Git,
  worktree: string,
  { message, onto }: { readonly message: string; readonly onto: CommitId },
): Promise<CommitId> {
  const place = await placeWithoutHead(git, worktree);
  const parent = (await lastTip(git, place.directory)) ?? onto;
  const tree = await readableTree(place);
  if (tree === (await commitTreeOf(git, parent))) return parent;
  return writeCommit(git, { tree, parents: [parent], message });
}

/** Git refuses to look at files through a broken HEAD, so it looks through the shared directory's, with the worktree's own index. */
async function placeWithoutHead(git: Git, worktree: string): Promise<Place> {
  const path = await realPathOf(worktree);
  const directory = (await placeAt(git, path))?.directory ?? join(git.commonDirectory, 'worktrees', 'gone');
  const flags = [`--git-dir=${git.commonDirectory}`, `--work-tree=${path}`];
  return { path, directory, run: gitIn({ cwd: path, environment: git.environment, flags, pins: git.pins }) };
}
