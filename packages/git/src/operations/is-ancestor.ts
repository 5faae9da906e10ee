import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';

/** Whether the descendant holds the ancestor; a commit is its own ancestor. No commit ever gets another history, so each pair is asked about once. */
export async function isAncestor(git: Git, ancestor: CommitId, descendant: CommitId): Promise<boolean> {
  if (ancestor === descendant) return true;
  const asked = answers.get(git) ?? new Map<string, boolean>();
  answers.set(git, asked);
  const pair = `${ancestor} ${descendant}`;
  const answer = asked.get(pair) ?? (await ask(git, ancestor, descendant));
  asked.set(pair, answer);
  return answer;
}

const answers = new WeakMap<Git, Map<string, boolean>>();

async function ask(git: Git, ancestor: CommitId, descendant: CommitId): Promise<boolean> {
  const answer = await git.run(['merge-base', '--is-ancestor', '--end-of-options', ancestor, descendant], { accept: [0, 1] });
  return answer.exitCode === 0;
}
