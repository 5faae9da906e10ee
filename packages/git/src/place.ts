import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Git } from './git.js';
import { gitIn, type RunGit } from './run/run-git.js';

/** A checkout: the user's, or one of ours. */
export interface Place {
  readonly path: string;
  /** Its own git directory, with HEAD and index. */
  readonly directory: string;
  readonly run: RunGit;
}

/**
 * The checkout at a path; undefined when this repository has none there. What a session wrote into the folder has no say in it. The
 * folder may be gone all the same, and then no git can run in it: see `isThere`.
 */
export async function placeAt(git: Git, path: string): Promise<Place | undefined> {
  const real = await realPathOf(path);
  const directory = !git.bare && real === git.root ? git.directory : await administrationOf(git, real);
  if (directory === undefined) return undefined;
  const flags = [`--git-dir=${directory}`, `--work-tree=${real}`];
  return { path: real, directory, run: gitIn({ cwd: real, environment: git.environment, flags, pins: git.pins }) };
}

/** The same, where one must be. */
export async function placeOf(git: Git, path: string): Promise<Place> {
  const place = await placeAt(git, path);
  if (place === undefined) throw new Error(`Internal error: ${path} is not a worktree of ${git.commonDirectory}`);
  return place;
}

/** Whether the folder of a checkout exists. */
export function isThere({ path }: Place): Promise<boolean> {
  return isDirectory(path);
}

export async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Git numbers its entries when names are equal, so the entry is looked up by the path it holds. */
async function administrationOf(git: Git, path: string): Promise<string | undefined> {
  for (const entry of await worktreeEntries(git)) {
    if ((await pathOfEntry(entry)) === path) return entry;
  }
  return undefined;
}

/** Folders in which git keeps the linked worktrees, sorted. */
export async function worktreeEntries(git: Git): Promise<readonly string[]> {
  const folder = join(git.commonDirectory, 'worktrees');
  const names = await readdir(folder).catch(() => []);
  return names.sort().map((name) => join(folder, name));
}

/** Where the worktree of an entry lies; undefined while the entry is half made. The text may be relative to the entry. */
export async function pathOfEntry(entry: string): Promise<string | undefined> {
  const text = await readFile(join(entry, 'gitdir'), 'utf8').catch(() => '');
  const file = text.replace(/\n$/, '');
  // Nothing, or zeros, is also what a loss of power leaves.
  return file === '' || file.includes('\0') ? undefined : dirname(resolve(entry, file));
}

/** Symbolic links resolved, as git does; for a path that does not exist, those above its last part. */
export async function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    join(await realpath(dirname(path)).catch(() => dirname(resolve(path))), basename(path)),
  );
}
