import { copyFile, lstat, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { headCommit } from '../operations/head.js';
import { MERGE_STATE } from '../operations/merge-state.js';
import { moveRef } from '../operations/move-ref.js';
import { nextNumbered } from '../operations/next-numbered.js';
import { listRefs } from '../operations/read-ref.js';
import type { RefEntry } from '../parse/ref-list.js';
import { isThere, type Place, placeAt } from '../place.js';
import type { BroughtHome } from '../repository.js';
import { LONG } from '../run/run-git.js';
import { cloneDirectory, hasClone } from './clone-mark.js';
import { type CloneTips, notReachable, ownCommits, readTips } from './clone-tips.js';
import { type CloneView, withCloneView } from './clone-view.js';
import { fetchObjects } from './fetch-objects.js';

/**
 * Brings what was committed in a clone into the repository: objects first, checked; then the place's own branch to where the clone is, by
 * compare-and-swap; then what else the clone has, each under a ref below `aside`. From then on the place is as a worktree in which the
 * same was committed. To be done again at any time; nothing to do where there is no clone. Throws `GitError` when it cannot be read.
 */
export async function bringHome(git: Git, worktree: string, { aside }: { readonly aside: string }): Promise<BroughtHome> {
  const place = await placeAt(git, worktree);
  if (place === undefined || !(await isThere(place)) || !(await hasClone(place))) return { headless: false, aside: [] };
  return withCloneView(git, place, async (view) => {
    const tips = await readTips(view, place);
    const head = tips.head ?? tips.last;
    const fetched = await fetchTips(git, view, tips);
    if (head !== undefined) await follow(place, view, { head, merging: tips.merging });
    return { headless: tips.head === undefined, aside: fetched ? await keepAside(git, tips.others, aside) : [] };
  });
}

/** Whether all came. What is no part of the place's own history must not keep that from coming. */
async function fetchTips(git: Git, view: CloneView, tips: CloneTips): Promise<boolean> {
  const own = ownCommits(tips);
  const rest = await notReachable(git, tips.others);
  try {
    await fetchObjects(git, view, [...own, ...rest.map(({ id }) => id)]);
    return true;
  } catch (error) {
    if (!(error instanceof GitError) || rest.length === 0) throw error;
    await fetchObjects(git, view, own);
    return false;
  }
}

interface Followed {
  readonly head: CommitId;
  readonly merging: readonly CommitId[];
}

async function follow(place: Place, view: CloneView, { head, merging }: Followed): Promise<void> {
  const at = await headCommit(place.run);
  const before = at ?? '0'.repeat(head.length);
  if (at !== head) await place.run(['update-ref', '-m', 'breakwater', 'HEAD', head, before]);
  await putMerge(place, merging);
  // Files that stayed as they were are not read again.
  await place.run(['read-tree', '--reset', head], { limit: LONG });
  await addForced(place, view);
}

async function putMerge({ directory }: Place, merging: readonly CommitId[]): Promise<void> {
  const file = join(directory, 'MERGE_HEAD');
  if (merging.length > 0) return writeFile(file, merging.map((id) => `${id}\n`).join(''));
  await Promise.all(MERGE_STATE.map((name) => rm(join(directory, name), { force: true })));
}

/** Ignored files that were put into the clone's index all the same are work too. */
async function addForced(place: Place, view: CloneView): Promise<void> {
  const index = join(cloneDirectory(place), 'index');
  const copy = join(view.directory, 'index');
  if (!(await isFile(index))) return;
  await copyFile(index, copy);
  const listed = ['ls-files', '-z', '--cached', '--ignored', '--exclude-standard'];
  const answer = await place.run(listed, { environment: { GIT_INDEX_FILE: copy }, accept: [0, 128], limit: LONG });
  const paths = answer.exitCode === 0 ? answer.stdout.toString('utf8').split('\0') : [];
  const there = await Promise.all(paths.map((path) => (path === '' ? false : isFile(join(place.path, path)))));
  const stdin = paths.flatMap((path, n) => (there[n] ? [`:(top,literal)${path}\0`] : [])).join('');
  if (stdin === '') return;
  await place.run(['add', '--force', '--sparse', '--pathspec-from-file=-', '--pathspec-file-nul'], { stdin, limit: LONG });
}

async function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Asked one by one, for one may lead to the next. */
async function keepAside(git: Git, others: readonly RefEntry[], aside: string): Promise<BroughtHome['aside']> {
  const kept: { readonly ref: string; readonly name: string }[] = [];
  for (const tip of await notReachable(git, others)) {
    const [still] = await notReachable(git, [tip]);
    if (still === undefined) continue;
    const { ref: name, id } = still;
    const ref = nextNumbered(aside, await listRefs(git, aside));
    const moved = await moveRef(git, { ref, from: null, to: id });
    if (moved.moved) kept.push({ ref, name });
  }
  return kept;
}
