import { type CommitId, commitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { asObjectId } from '../object-id.js';
import type { NewCommit } from '../repository.js';
import { textOf } from '../run/run-git.js';
import { identity, identityVariables } from './identity.js';

/** Writes a commit object that is on no branch. With the same identity the same input gives the same id. */
export async function commitTree(git: Git, commit: NewCommit): Promise<CommitId> {
  const date = `@${Math.trunc(commit.time)} +0000`;
  const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  return writeCommit(git, commit, dates);
}

/** The same with the time of now. */
export async function writeCommit(
  git: Git,
  commit: Pick<NewCommit, 'tree' | 'parents' | 'message'>,
  dates: Readonly<Record<string, string>> = {},
): Promise<CommitId> {
  const parents = commit.parents.flatMap((parent) => ['-p', parent]);
  const args = ['commit-tree', '--no-gpg-sign', ...parents, '-F', '-', asObjectId(commit.tree)];
  const environment = { ...identityVariables(await identity(git)), ...dates };
  return commitId(textOf(await git.run(args, { stdin: commit.message, environment })));
}
