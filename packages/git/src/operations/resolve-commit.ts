import { asCommitId, beginOf, type CommitId, err, type Failure, ok, type Result } from '@breakwater/model';
import type { Git } from '../git.js';
import { textOf } from '../run/run-git.js';
import { headCommit } from './head.js';

/** The commit a revision names. Failures, `repository-refused`: E_REPO_UNBORN, E_BASE_UNKNOWN. */
export async function resolveCommit(git: Git, revision: string): Promise<Result<CommitId, Failure>> {
  const args = ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`];
  if (revision.includes('\0')) return err(unknown(revision, 'it holds a NUL character'));
  const answer = await git.run(args, { accept: [0, 1, 128] });
  const commit = asCommitId(textOf(answer));
  if (answer.exitCode === 0 && commit !== undefined) return ok(commit);
  if (revision === 'HEAD' && (await headCommit(git.run)) === undefined) return err(UNBORN);
  const why = answer.stderr.trim().replace(/^fatal: /, '');
  return err(unknown(revision, why === NOTHING_FOUND ? undefined : why));
}

/** What git says of any name it does not know: no reason, and strange to read. */
const NOTHING_FOUND = 'Needed a single revision';

const UNBORN: Failure = {
  reason: 'repository-refused',
  code: 'E_REPO_UNBORN',
  message: 'the repository has no commit yet',
  hint: 'commit something first: sessions start from a commit',
};

function unknown(revision: string, why: string | undefined): Failure {
  return {
    reason: 'repository-refused',
    code: 'E_BASE_UNKNOWN',
    message: `${JSON.stringify(beginOf(revision, 80))} names no commit${why === undefined ? '' : `: ${why}`}`,
    hint: 'name a branch, a tag or a commit id; `git log --oneline` shows some',
  };
}
