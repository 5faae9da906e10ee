import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { isAtLeast } from '../git-version.js';
import { parseMergeTree } from '../parse/merge-tree.js';
import type { Merged, Settling } from '../repository.js';
import { conflictOf, settle } from './settle.js';

/** Merges in memory. Conflicts are told by what was printed: an unknown commit ends with the same exit code. */
export async function merge(git: Git, ours: CommitId, theirs: CommitId, settling?: Settling): Promise<Merged> {
  const args = ['merge-tree', '--write-tree', '-z', '--end-of-options', ours, theirs];
  const { exitCode, stdout, stderr } = await git.run([...attributesOf(git, ours), ...args], { accept: [0, 1] });
  const read = parseMergeTree(stdout.toString('utf8'));
  if (read.outcome === 'refused') throw new GitError({ command: args, exitCode, stderr });
  if (exitCode === 0) return { merged: true, tree: read.tree, settled: [] };
  if (read.outcome === 'clean') return { merged: false, paths: [], messages: [stderr.trim()] };
  return settling === undefined ? conflictOf(read) : settle(git, read, settling);
}

/** Attributes such as `merge=union` from the commit, not from whatever lies in the user's checkout; older gits know only the latter. */
function attributesOf(git: Git, ours: CommitId): readonly string[] {
  return isAtLeast(git.version, [2, 41]) ? [`--attr-source=${ours}`] : [];
}
