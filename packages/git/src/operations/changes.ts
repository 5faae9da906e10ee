import type { Change, CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { parseNumstat } from '../parse/numstat.js';

const ARGS = ['diff-tree', '-r', '-z', '--numstat', '--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=none'];

/** What differs between two commits, by path. */
export async function changes(git: Git, from: CommitId, to: CommitId): Promise<readonly Change[]> {
  return parseNumstat(await git.read([...ARGS, '--end-of-options', from, to]));
}
