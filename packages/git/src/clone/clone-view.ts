import { copyFile, lstat, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommitId, commitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { isDirectory, type Place } from '../place.js';
import { gitIn, type RunGit, textOf } from '../run/run-git.js';
import { makeDirectory } from './bare-git.js';
import { configText } from './clone-config.js';
import { cloneDirectory } from './clone-mark.js';

/** A look at a clone through a repository of ours that holds copies of its refs and reads its objects. */
export interface CloneView {
  readonly directory: string;
  readonly run: RunGit;
}

/** Bytes; no file that names commits is larger. */
const LARGEST = 64 * 1024 * 1024;
const COPIED = ['HEAD', 'MERGE_HEAD', 'packed-refs', 'refs', join('logs', 'HEAD'), join('logs', 'refs', 'stash')];
/** They would show other objects under an id. */
const SKIPPED = join('refs', 'replace');

/**
 * The clone's configuration is the session's, and to read a repository is to heed its configuration: an object that is missing on
 * purpose would be asked of a program it names. So its refs are copied, as data, and nothing else of it is used but its objects.
 */
export async function withCloneView<T>(git: Git, place: Place, work: (view: CloneView) => Promise<T>): Promise<T> {
  const clone = cloneDirectory(place);
  await refuseOtherRefs(clone);
  // In the worktree's own entry: it goes with the worktree, should we be killed.
  const folder = await mkdtemp(join(place.directory, 'breakwater-view-'));
  try {
    const directory = await makeDirectory(git, {
      folder,
      bare: true,
      branch: 'none',
      like: textOf(await git.run(['hash-object', '--stdin'])),
      alternates: [join(clone, 'objects'), join(git.commonDirectory, 'objects')],
      config: configText([['uploadpack.allowAnySHA1InWant', 'true']]),
    });
    for (const name of COPIED) await copyPlain(join(clone, name), join(directory, name), join(clone, SKIPPED));
    const { environment } = git;
    return await work({ directory, run: gitIn({ cwd: folder, environment, flags: [`--git-dir=${directory}`] }) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** We make clones with refs in files, and a session can turn them into a format that only its own git reads. */
async function refuseOtherRefs(clone: string): Promise<void> {
  if (!(await isDirectory(join(clone, 'reftable')))) return;
  const stderr = `its refs are in reftables, which cannot be read as data; turn them back first: git --git-dir=${clone} refs migrate --ref-format=files`;
  throw new GitError({ command: ['for-each-ref'], exitCode: 1, stderr });
}

/** Plain files and folders but one, no links; a HEAD that no git would take stays out. */
async function copyPlain(from: string, to: string, skipped: string): Promise<void> {
  const found = await lstat(from).catch(() => undefined);
  if (found?.isDirectory() && from !== skipped) {
    await mkdir(to, { recursive: true });
    for (const name of await readdir(from)) await copyPlain(join(from, name), join(to, name), skipped);
  }
  if (found?.isFile() !== true || found.size > LARGEST) return;
  if (from.endsWith('HEAD') && !HEAD.test(await readFile(from, 'utf8'))) return;
  await mkdir(join(to, '..'), { recursive: true });
  await copyFile(from, to);
}

/** Of HEAD, MERGE_HEAD, and a log of HEAD. */
const HEAD = /^(ref: refs\/\S+\s*$|[0-9a-f]{40,64}(\s|$))/;

/** Whether an id names an object the view can read, and which commit it leads to. */
export async function commitIn({ run }: CloneView, revision: string): Promise<CommitId | undefined> {
  const args = ['rev-parse', '--quiet', '--verify', '--end-of-options', `${revision}^{commit}`];
  const answer = await run(args, { accept: [0, 1, 128] });
  return answer.exitCode === 0 ? commitId(textOf(answer)) : undefined;
}
