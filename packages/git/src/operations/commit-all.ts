import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import type { UncommittedPath } from '../parse/status.js';
import { type Place, placeOf } from '../place.js';
import { isReady } from '../ready-mark.js';
import type { Saved } from '../repository.js';
import { LONG } from '../run/run-git.js';
import { headBranch, headCommit } from './head.js';
import { identity, identityVariables } from './identity.js';
import { snapshot } from './snapshot.js';
import { headTree, stageReadable } from './stage-all.js';
import { uncommittedIn } from './uncommitted.js';

/** Commits everything in a worktree of ours. */
export async function commitAll(git: Git, worktree: string, message: string): Promise<Saved> {
  const place = await placeOf(git, worktree);
  if (!(await isReady(place.directory))) throw new Error(`Internal error: ${worktree} was not made by Breakwater`);
  const found = await uncommittedIn(place);
  const embedded = found.filter((one) => one.embedded).map(({ path }) => path);
  const unmerged = found.filter((one) => one.is === 'unmerged').map(({ path }) => path);
  if (!(await isOnOurBranch(place)))
    return { commit: (await snapshot(git, worktree, message)) ?? (await tipOf(place)), embedded, unmerged, unreadable: [] };
  const isWhole = found.length === 0 || (await commitFound(git, place, { found, message }));
  const rest = isWhole ? [] : (await uncommittedIn(place)).filter((one) => !one.embedded);
  return { commit: await tipOf(place), embedded, unmerged, unreadable: rest.map(({ path }) => path) };
}

interface ToCommit {
  readonly found: readonly UncommittedPath[];
  readonly message: string;
}

/** Whether that is all of it. */
async function commitFound(git: Git, place: Place, { found, message }: ToCommit): Promise<boolean> {
  const { tree, whole } = await stageReadable(place, found);
  if (tree === (await headTree(place))) return whole;
  const args = ['commit', '--quiet', '--no-verify', '--no-gpg-sign', '--cleanup=whitespace', '--file=-'];
  await place.run(args, { stdin: message, environment: identityVariables(await identity(git)), limit: LONG });
  return whole;
}

/** A session may have gone over to a branch of the user's; that is not ours to move. Detached is harmless. */
async function isOnOurBranch(place: Place): Promise<boolean> {
  const branch = await headBranch(place.run);
  return branch === undefined || branch.startsWith('breakwater/');
}

async function tipOf(place: Place): Promise<CommitId> {
  const tip = await headCommit(place.run);
  if (tip !== undefined) return tip;
  throw new GitError({ command: ['rev-parse', 'HEAD'], exitCode: 1, stderr: `${place.path} has no commit` });
}
