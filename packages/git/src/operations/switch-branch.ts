import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { placeOf } from '../place.js';
import { LONG } from '../run/run-git.js';
import { headCommit } from './head.js';
import { MERGE_STATE } from './merge-state.js';
import { mustMove } from './must-move.js';
import { readRef } from './read-ref.js';

/** All that git keeps of a merge that is not concluded. */
const UNFINISHED = [...MERGE_STATE, 'AUTO_MERGE'];

export interface BranchSwitch {
  /** Short name; made where it does not exist. */
  readonly branch: string;
  /** Given: index and files become those of this commit, whatever is in them. Not given: both stay as they are, and so does HEAD's commit. */
  readonly reset?: CommitId;
}

/** Puts a worktree of ours on another branch of ours. Throws `GitError`. */
export async function switchBranch(git: Git, worktree: string, { branch, reset }: BranchSwitch): Promise<void> {
  const place = await placeOf(git, worktree);
  const at = reset ?? (await headCommit(place.run));
  if (at === undefined) throw new GitError({ command: ['symbolic-ref'], exitCode: 1, stderr: `${worktree} has no commit` });
  const ref = `refs/heads/${branch}`;
  const present = await readRef(git, ref);
  if (present !== at) await mustMove(git, { ref, from: present ?? null, to: at });
  if (reset !== undefined) await Promise.all(UNFINISHED.map((name) => rm(join(place.directory, name), { force: true })));
  await place.run(['symbolic-ref', 'HEAD', ref]);
  if (reset !== undefined) await place.run(['read-tree', '--reset', '-u', 'HEAD'], { limit: LONG });
}
