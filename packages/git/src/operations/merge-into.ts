import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { type Place, placeOf } from '../place.js';
import type { MergedInto, MergeIntoOrder } from '../repository.js';
import { LONG } from '../run/run-git.js';
import { identity, identityVariables } from './identity.js';
import { settleInPlace } from './settle-in-place.js';

/**
 * Merges a commit into the branch of a worktree of ours, there, with files. With conflicts left the merge waits to be concluded, and the
 * files hold the markers. Without, it is concluded, or nothing was to be merged. Throws `GitError`.
 */
export async function mergeInto(git: Git, worktree: string, order: MergeIntoOrder): Promise<MergedInto> {
  const place = await placeOf(git, worktree);
  const environment = identityVariables(await identity(git));
  const args = [...MERGE, '-m', order.message, order.commit];
  const { exitCode, stderr } = await place.run(args, { accept: [0, 1], environment, limit: LONG });
  if (exitCode === 0) return { conflicts: [], settled: [] };
  const found = await unmerged(place);
  if (found.length === 0) throw new GitError({ command: args, exitCode, stderr });
  const settled = order.settle === undefined ? [] : await settleInPlace(git, place, order.settle);
  const conflicts = found.filter((path) => !settled.some((one) => one.path === path));
  if (conflicts.length === 0) await place.run(CONCLUDE, { stdin: order.message, environment, limit: LONG });
  return { conflicts, settled };
}

const MERGE = ['merge', '--quiet', '--no-ff', '--no-edit', '--no-verify', '--no-gpg-sign', '--no-autostash'];
const CONCLUDE = ['commit', '--quiet', '--no-verify', '--no-gpg-sign', '--cleanup=whitespace', '--file=-'];

/** Paths in conflict, sorted. */
async function unmerged({ run }: Place): Promise<readonly string[]> {
  const { stdout } = await run(['diff', '--name-only', '--diff-filter=U', '-z', '--no-ext-diff', '--no-textconv']);
  const paths = stdout.toString('utf8').split('\0');
  return [...new Set(paths.filter((path) => path !== ''))].sort();
}
