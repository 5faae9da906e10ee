import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { placeOf } from '../place.js';
import { LONG } from '../run/run-git.js';
import { identity, identityVariables } from './identity.js';

/**
 * Merges a commit into the branch of a worktree of ours, there, with files. Answers the paths that conflict, sorted: then the merge
 * waits to be concluded, and the files hold the markers. None: it is concluded, or nothing was to be merged. Throws `GitError`.
 */
export async function mergeInto(
  git: Git,
  worktree: string,
  { commit, message }: { readonly commit: CommitId; readonly message: string },
): Promise<readonly string[]> {
  const place = await placeOf(git, worktree);
  const args = [
    'merge',
    '--quiet',
    '--no-ff',
    '--no-edit',
    '--no-verify',
    '--no-gpg-sign',
    '--no-autostash',
    '-m',
    message,
    commit,
  ];
  const environment = identityVariables(await identity(git));
  const { exitCode, stderr } = await place.run(args, { accept: [0, 1], environment, limit: LONG });
  if (exitCode === 0) return [];
  const { stdout } = await place.run(['diff', '--name-only', '--diff-filter=U', '-z', '--no-ext-diff', '--no-textconv']);
  const paths = stdout
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '');
  if (paths.length === 0) throw new GitError({ command: args, exitCode, stderr });
  return [...new Set(paths)].sort();
}
