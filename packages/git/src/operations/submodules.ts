import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { LONG } from '../run/run-git.js';

/** Paths at which a commit has submodules, sorted. */
export async function submodules(git: Git, commit: CommitId): Promise<readonly string[]> {
  const args = ['ls-tree', '-r', '-z', '--format=%(objecttype) %(path)', '--full-tree', '--end-of-options', commit];
  const { stdout } = await git.run(args, { limit: LONG });
  const entries = stdout.toString('utf8').split('\0');
  return entries.flatMap((entry) => (entry.startsWith(KIND) ? [entry.slice(KIND.length)] : [])).sort();
}

const KIND = 'commit ';
