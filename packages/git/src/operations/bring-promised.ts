import type { BlobId, CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { LONG, textOf } from '../run/run-git.js';
import { hasPromisorPack, promisorRemotes } from './promisor-remotes.js';

/**
 * Brings what a partial clone left with its remote, all at once: git by itself asks the remote for each content that it is shown, one
 * after the other. What does not come is asked for again by whoever reads it, and that git says what stands against it.
 */
export async function bringPromised(git: Git, commit: CommitId, blobs: readonly BlobId[]): Promise<void> {
  if (!(await hasPromisorPack(git))) return;
  for (const remote of (await promisorRemotes(git)) ?? []) {
    const missing = await missingOf(git, commit, new Set<string>(blobs));
    if (missing.length === 0) return;
    const args = [...NO_TALK, 'fetch', ...NOTHING_ELSE, '--stdin', '--end-of-options', remote];
    await git.run(args, { stdin: `${missing.join('\n')}\n`, accept: [0, 1, 128], limit: LONG });
  }
}

/** The remote need not know what we have: we ask for objects by their ids. */
const NO_TALK = ['-c', 'fetch.negotiationAlgorithm=noop'];

/** Whatever the configuration says: no ref, no file and no setting is written. A filter would be remembered as a setting, so none is named. */
const NOTHING_ELSE = [
  '--quiet',
  '--refmap=',
  '--no-tags',
  '--no-prune',
  '--no-recurse-submodules',
  '--no-write-fetch-head',
  '--no-write-commit-graph',
];

/** Looks without bringing anything. */
async function missingOf(git: Git, commit: CommitId, wanted: ReadonlySet<string>): Promise<readonly string[]> {
  const args = ['rev-list', '--objects', '--no-object-names', '--no-walk', '--missing=print', '--end-of-options', commit];
  const ids = textOf(await git.run(args, { limit: LONG })).split('\n');
  return ids.flatMap((id) => (id.startsWith('?') && wanted.has(id.slice(1)) ? [id.slice(1)] : []));
}
