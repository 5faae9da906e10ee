import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';

/** Whether the descendant holds the ancestor; a commit is its own ancestor. */
export async function isAncestor(git: Git, ancestor: CommitId, descendant: CommitId): Promise<boolean> {
  const answer = await git.run(['merge-base', '--is-ancestor', '--end-of-options', ancestor, descendant], { accept: [0, 1] });
  return answer.exitCode === 0;
}
