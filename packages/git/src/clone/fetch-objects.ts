import type { Git } from '../git.js';
import { asObjectId } from '../object-id.js';
import { oneAtATime } from '../one-at-a-time.js';
import { LONG } from '../run/run-git.js';
import type { CloneView } from './clone-view.js';

/** Whatever the person has set for fetching: checked, and nothing but objects comes. */
const SETTINGS = [
  'fetch.fsckObjects=true',
  'fetch.prune=false',
  'fetch.pruneTags=false',
  'fetch.writeCommitGraph=false',
  'protocol.file.allow=always',
].flatMap((setting) => ['-c', setting]);

const FLAGS = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance', '--no-recurse-submodules', '--refmap='];

/** Fetches objects by id, with all they lead to; git checks each of them and that nothing is missing. No ref is written. Throws `GitError`. */
export async function fetchObjects(git: Git, { directory }: CloneView, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids.map(asObjectId))];
  if (wanted.length === 0) return;
  const args = [...SETTINGS, 'fetch', ...FLAGS, '--', directory, ...wanted];
  // It looks at what all worktrees are at, and one that is just being made is at no commit, which git calls an error.
  await oneAtATime(git.commonDirectory, () => git.run(args, { limit: LONG }));
}
