import { join } from 'node:path';
import { asCommitId, type CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { readRegularFile } from '../read-regular-file.js';
import { commitTreeOf } from './commit-tree-of.js';

/**
 * Where HEAD of a worktree was last, by its entry's log. Read as a file: git shows no log of a HEAD that leads nowhere. Its newest line
 * may be the deletion itself.
 */
export async function lastTip(git: Git, entry: string): Promise<CommitId | undefined> {
  const log = await readRegularFile(join(entry, 'logs', 'HEAD')).catch(() => '');
  for (const line of String(log).split('\n').reverse()) {
    const [before = '', after = ''] = line.split(' ', 2);
    for (const id of [after, before].map(asCommitId)) {
      if (id !== undefined && (await commitTreeOf(git, id)) !== undefined) return id;
    }
  }
  return undefined;
}
