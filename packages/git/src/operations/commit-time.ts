import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';

/** Committer time, seconds since 1970. */
export async function commitTime(git: Git, commit: CommitId): Promise<number> {
  const text = await git.read(['rev-list', '--max-count=1', '--no-commit-header', '--format=%ct', '--end-of-options', commit]);
  return Number(text.trim());
}
