import { type CommitId, commitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { asObjectId } from '../object-id.js';
import { type Place, placeOf } from '../place.js';
import { LONG, textOf } from '../run/run-git.js';
import { withIndexCopy } from './snapshot.js';
import { uncommittedIn } from './uncommitted.js';

export interface Amended {
  /** The same commit where none of the files differs. */
  readonly commit: CommitId;
  /** What differs beside them, sorted. */
  readonly left: readonly string[];
}

/**
 * The commit that a worktree of ours is at, with those files as they lie there now: parents, message and dates stay. It is on no branch,
 * and the worktree, its index included, stays as it is.
 */
export async function commitAmended(git: Git, worktree: string, isWanted: (path: string) => boolean): Promise<Amended> {
  const place = await placeOf(git, worktree);
  const head = commitId(textOf(await place.run(['rev-parse', '--verify', 'HEAD^{commit}'])));
  return withIndexCopy(place, async (environment) => {
    const found = await uncommittedIn(place, environment);
    const wanted = found.filter(({ path, embedded }) => !embedded && isWanted(path)).map(({ path }) => path);
    const left = [...new Set(found.map(({ path }) => path).filter((path) => !wanted.includes(path)))];
    if (wanted.length === 0) return { commit: head, left };
    return { commit: await withTree(git, head, await stage(place, wanted, environment)), left };
  });
}

/** Onto what is committed, for what a command put into the index is not wanted for that. */
async function stage(place: Place, paths: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  await place.run(['read-tree', 'HEAD'], { environment, limit: LONG });
  const stdin = paths.map((path) => `${path}\0`).join('');
  await place.run(['update-index', '--add', '--remove', '-z', '--stdin'], { stdin, environment, limit: LONG });
  return textOf(await place.run(['write-tree'], { environment, limit: LONG }));
}

/** The first line of a commit names its tree. */
async function withTree(git: Git, commit: CommitId, tree: string): Promise<CommitId> {
  const { stdout } = await git.run(['cat-file', 'commit', commit]);
  const rest = stdout.subarray(stdout.indexOf('\n'));
  const stdin = Buffer.concat([Buffer.from(`tree ${asObjectId(tree)}`), rest]);
  return commitId(textOf(await git.run(['hash-object', '-t', 'commit', '-w', '--stdin'], { stdin })));
}
