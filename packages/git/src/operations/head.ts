import { type CommitId, commitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { type RunGit, textOf } from '../run/run-git.js';

/** Branch and commit of the user's checkout. */
export async function head(git: Git): Promise<{ readonly branch: string | null; readonly commit: CommitId | null }> {
  return { branch: (await headBranch(git.run)) ?? null, commit: (await headCommit(git.run)) ?? null };
}

/** Short name; undefined when HEAD is detached. */
export async function headBranch(run: RunGit): Promise<string | undefined> {
  const answer = await run(['symbolic-ref', '--quiet', 'HEAD'], { accept: [0, 1] });
  return answer.exitCode === 0 ? textOf(answer).replace(/^refs\/heads\//, '') : undefined;
}

/** Undefined when HEAD has no commit yet. */
export async function headCommit(run: RunGit): Promise<CommitId | undefined> {
  const answer = await run(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'], { accept: [0, 1] });
  return answer.exitCode === 0 ? commitId(textOf(answer)) : undefined;
}
