import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Git } from '../git.js';
import { liveGits } from '../live-gits.js';
import { pathOfEntry, worktreeEntries } from '../place.js';
import { asRef } from '../ref-name.js';

/**
 * Removes lock files that a killed git left: of our refs, of our worktrees, and of the file of packed refs, whose leftovers stop
 * everybody. Only when it can be proved that no git is at work in the repository; else they stay. Those of the user's own index,
 * HEAD and branches are never touched.
 */
export async function clearLocks(git: Git, ours: (path: string) => boolean): Promise<readonly string[]> {
  const locks = await lockFiles(git, ours);
  if (locks.length === 0 || !(await isQuiet(git))) return [];
  for (const lock of locks) await rm(lock, { force: true });
  return locks.map((lock) => `removed a lock nobody holds: ${relative(git.commonDirectory, lock)}`);
}

/** The same for one ref of ours; whether there was something to remove, and it could be proved that nobody holds it. */
export async function clearRefLock(git: Git, ref: string): Promise<boolean> {
  const path = join(git.commonDirectory, `${asRef(ref)}.lock`);
  if ((await onlyExisting([path])).length === 0 || !(await isQuiet(git))) return false;
  await rm(path, { force: true });
  return true;
}

/** Proved, not assumed: where the system does not tell, it is not quiet. A session's git works in its worktree on the same refs. */
async function isQuiet(git: Git): Promise<boolean> {
  const paths = await Promise.all((await worktreeEntries(git)).map(pathOfEntry));
  const worktrees = paths.filter((path) => path !== undefined);
  return (await liveGits([git.commonDirectory, git.root, ...worktrees])) === 0;
}

async function lockFiles(git: Git, ours: (path: string) => boolean): Promise<readonly string[]> {
  const refs = ['refs/breakwater', 'refs/heads/breakwater'].map((folder) => locksBelow(join(git.commonDirectory, folder)));
  const packed = ['packed-refs.lock', 'packed-refs.new'].map((name) => join(git.commonDirectory, name));
  const entries = (await worktreeEntries(git)).map(async (entry) => {
    const path = await pathOfEntry(entry);
    return path !== undefined && ours(path) ? locksBelow(entry) : [];
  });
  return [...(await Promise.all([...refs, ...entries])).flat(), ...(await onlyExisting(packed))];
}

async function locksBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((one) => one.isFile() && one.name.endsWith('.lock'))
    .map((one) => join(one.parentPath, one.name))
    .sort();
}

async function onlyExisting(paths: readonly string[]): Promise<readonly string[]> {
  const present = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_, n) => present[n]);
}
