import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { headBranch, headCommit } from '../operations/head.js';
import { MERGE_STATE } from '../operations/merge-state.js';
import { refsOf } from '../operations/read-ref.js';
import { type Place, placeOf } from '../place.js';
import { makeDirectory } from './bare-git.js';
import { cloneConfig } from './clone-config.js';
import { cloneDirectory, hasClone, markClone, unmarkClone } from './clone-mark.js';
import { unsavedInClone } from './clone-tips.js';

/**
 * Gives a worktree of ours a git directory of its own in the place of the link to ours: a clone that reads our objects and writes its
 * own. Git still knows the folder as a worktree, and all gits of ours go by that entry, so what somebody writes into the clone's
 * configuration, hooks or attributes says nothing to them. One that is there already is made anew. Throws `GitError`.
 */
export async function giveClone(git: Git, worktree: string, { over } = { over: false }): Promise<void> {
  const place = await placeOf(git, worktree);
  if (!over) await refuseUnsaved(git, place);
  const at = await headCommit(place.run);
  if (at === undefined) throw new GitError({ command: ['init'], exitCode: 1, stderr: `${worktree} has no commit` });
  const branch = await headBranch(place.run);
  await unmarkClone(place);
  await rm(cloneDirectory(place), { recursive: true, force: true, maxRetries: 3 });
  const directory = await makeDirectory(git, {
    folder: place.path,
    bare: false,
    branch: branch ?? 'main',
    like: at,
    alternates: [join(git.commonDirectory, 'objects')],
    config: await cloneConfig(git),
  });
  await writeFile(join(directory, 'packed-refs'), await refsFor(git, { branch, at }));
  if (branch === undefined) await writeFile(join(directory, 'HEAD'), `${at}\n`);
  await copyState(git, place, directory);
  await markClone(place);
}

/** What the session before left in it is brought home first; else it would go with it. */
async function refuseUnsaved(git: Git, place: Place): Promise<void> {
  const left = (await hasClone(place)) ? await unsavedInClone(git, place) : [];
  if (left.length === 0) return;
  throw new GitError({ command: ['init'], exitCode: 1, stderr: `${place.path} holds commits that are nowhere else: ${left}` });
}

/** The person's branches and tags, as a worktree would show them, and the place's own branch; none of our other ones. */
async function refsFor(
  git: Git,
  { branch, at }: { readonly branch: string | undefined; readonly at: CommitId },
): Promise<string> {
  const refs = await refsOf(git, 'refs/heads', 'refs/remotes', 'refs/tags');
  const theirs = refs.filter(({ ref }) => !ref.startsWith('refs/heads/breakwater/'));
  const own = branch === undefined ? [] : [{ ref: `refs/heads/${branch}`, id: at as string }];
  const others = theirs.filter(({ ref }) => ref !== own[0]?.ref);
  return [...others, ...own].map(({ ref, id }) => `${id} ${ref}\n`).join('');
}

/** The index, so that files need not be read again; what the person has git ignore, and how files are written. */
async function copyState(git: Git, place: Place, directory: string): Promise<void> {
  await mkdir(join(directory, 'info'), { recursive: true });
  await Promise.all([
    ...['index', ...MERGE_STATE].map((name) => copyIfThere(join(place.directory, name), join(directory, name))),
    ...['exclude', 'attributes'].map((name) =>
      copyIfThere(join(git.commonDirectory, 'info', name), join(directory, 'info', name)),
    ),
  ]);
}

async function copyIfThere(from: string, to: string): Promise<void> {
  await copyFile(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
