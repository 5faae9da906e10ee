import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { textOf } from '../run/run-git.js';

/** The tree of a commit; undefined when the id names none, or one that is not there. */
export async function commitTreeOf(git: Git, commit: CommitId): Promise<string | undefined> {
  const revision = ['rev-parse', '--quiet', '--verify', '--end-of-options', `${commit}^{commit}^{tree}`];
  const answer = await git.run(revision, { accept: [0, 1, 128] });
  return answer.exitCode === 0 ? textOf(answer) : undefined;
}
