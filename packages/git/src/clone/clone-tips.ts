import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { asObjectId } from '../object-id.js';
import { refsOf } from '../operations/read-ref.js';
import { parseRefList, REF_FORMAT, type RefEntry } from '../parse/ref-list.js';
import type { Place } from '../place.js';
import { cloneDirectory } from './clone-mark.js';
import { type CloneView, commitIn, withCloneView } from './clone-view.js';

/** Everything in a clone that leads to work. */
export interface CloneTips {
  /** Undefined: its HEAD leads to no commit. */
  readonly head: CommitId | undefined;
  /** Where its HEAD was last, as its log tells; of use when it leads nowhere. */
  readonly last: CommitId | undefined;
  /** What a merge that is not concluded merges. */
  readonly merging: readonly CommitId[];
  /** Branches, tags, stashes, and commits that worktrees of the clone are at. */
  readonly others: readonly RefEntry[];
}

export async function readTips(view: CloneView, place: Place): Promise<CloneTips> {
  const { stdout } = await view.run(['for-each-ref', REF_FORMAT], { accept: [0, 1, 128] });
  const refs = parseRefList(stdout.toString('utf8'));
  const merging = await idsIn(join(view.directory, 'MERGE_HEAD'), 0);
  return {
    head: await commitIn(view, 'HEAD'),
    last: await lastOf(view),
    merging: (await Promise.all(merging.map((id) => commitIn(view, id)))).filter((id) => id !== undefined),
    others: [...refs, ...(await stashes(view)), ...(await worktreesOf(place))],
  };
}

/** Where the place itself is, or was last, and what is being merged there. */
export function ownCommits({ head, last, merging }: CloneTips): readonly CommitId[] {
  const at = head ?? last;
  return at === undefined ? merging : [at, ...merging];
}

/** The newest stash is a ref, the others are only in its log. */
async function stashes({ directory }: CloneView): Promise<readonly RefEntry[]> {
  const ids = await idsIn(join(directory, 'logs', 'refs', 'stash'), 1);
  return ids.map((id, n) => ({ ref: `stash ${n + 1}`, id }));
}

async function worktreesOf(place: Place): Promise<readonly RefEntry[]> {
  const folder = join(cloneDirectory(place), 'worktrees');
  const names = await readdir(folder).catch(() => []);
  const heads = await Promise.all(names.map((name) => idsIn(join(folder, name, 'HEAD'), 0)));
  return heads.flatMap(([id], n) => (id === undefined ? [] : [{ ref: `worktree ${names[n]}`, id }]));
}

async function lastOf(view: CloneView): Promise<CommitId | undefined> {
  for (const id of (await idsIn(join(view.directory, 'logs', 'HEAD'), 1)).toReversed()) {
    const commit = await commitIn(view, id);
    if (commit !== undefined) return commit;
  }
  return undefined;
}

/** The ids in a column of a plain file; none where there is no such file. No id is all zeros. */
async function idsIn(file: string, column: number): Promise<readonly string[]> {
  const found = await lstat(file).catch(() => undefined);
  const text = found?.isFile() ? await readFile(file, 'utf8') : '';
  const words = text.split('\n').map((line) => line.split(' ', column + 1)[column] ?? '');
  return words.filter((word) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(word) && !/^0+$/.test(word));
}

/** Where git-lfs and the like, and submodules, keep what no commit holds. */
const BESIDE = ['modules', 'lfs', 'annex'];

/** Names of what a clone holds and no ref of the repository leads to; sorted. One that cannot be read holds who knows what. */
export async function unsavedInClone(git: Git, place: Place): Promise<readonly string[]> {
  const tips = await withCloneView(git, place, (view) => readTips(view, place)).catch(unreadable);
  if (tips === undefined) return ['.git (which cannot be read)'];
  const own = ownCommits(tips).map((id) => ({ ref: 'HEAD', id }));
  const unsaved = await notReachable(git, [...own, ...tips.others]);
  const beside = await Promise.all(BESIDE.map(async (name) => ((await hasAny(join(cloneDirectory(place), name))) ? [name] : [])));
  return [...new Set([...unsaved.map(({ ref }) => ref), ...beside.flat()])].map((name) => `.git (${name})`).sort();
}

function unreadable(error: unknown): undefined {
  if (!(error instanceof GitError)) throw error;
}

async function hasAny(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length > 0;
}

/** Those that no ref of the repository leads to. Most are refs it gave to the clone itself. */
export async function notReachable(git: Git, tips: readonly RefEntry[]): Promise<readonly RefEntry[]> {
  const known = new Set((await refsOf(git)).map(({ id }) => id));
  const left: RefEntry[] = [];
  for (const tip of tips) {
    if (known.has(tip.id)) continue;
    // Not --all: that is also what worktrees are at, and one that is just being made is at no commit, which git calls an error.
    const args = ['rev-list', '--max-count=1', asObjectId(tip.id), '--not', '--glob=refs/*'];
    const answer = await git.run(args, { accept: [0, 128] });
    if (answer.exitCode !== 0 || answer.stdout.length > 0) left.push(tip);
  }
  return left;
}
