import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Git } from '../git.js';
import { liveGits } from '../live-gits.js';
import { pathOfEntry, worktreeEntries } from '../place.js';
import { readRegularFile } from '../read-regular-file.js';
import { asRef } from '../ref-name.js';

/**
 * Removes lock files that a killed git left: of our refs, of our worktrees, and of the file of packed refs, whose leftovers stop
 * everybody; and refs of ours that a loss of power left without a value. Only when it can be proved that no git is at work in the
 * repository; else they stay. Those of the user's own index, HEAD and branches are never touched.
 */
export async function clearLocks(git: Git, ours: (path: string) => boolean): Promise<readonly string[]> {
  const locks = await lockFiles(git, ours);
  const cut = await refsCutShort(git);
  if (locks.length + cut.length === 0 || !(await isQuiet(git))) return [];
  for (const path of [...locks, ...cut]) await rm(path, { force: true });
  const name = (path: string) => relative(git.commonDirectory, path);
  return [
    ...locks.map((lock) => `removed a lock nobody holds: ${name(lock)}`),
    ...cut.map((path) => `removed a ref that was cut short: ${name(path)}`),
  ];
}

/** The same for one ref of ours; whether there was something to remove, and it could be proved that nobody holds it. */
export async function clearRef(git: Git, ref: string): Promise<boolean> {
  const path = join(git.commonDirectory, asRef(ref));
  const found = [...(await onlyExisting([`${path}.lock`])), ...((await isCutShort(path)) ? [path] : [])];
  if (found.length === 0 || !(await isQuiet(git))) return false;
  for (const one of found) await rm(one, { force: true });
  return true;
}

/** Refs of ours whose files a loss of power left without a value: git can neither read nor move them, and counts them as not there. */
async function refsCutShort(git: Git): Promise<readonly string[]> {
  const files = (await Promise.all(OUR_REFS.map((folder) => filesBelow(join(git.commonDirectory, folder))))).flat();
  const cut = await Promise.all(files.map((path) => !path.endsWith('.lock') && isCutShort(path)));
  return files.filter((_, n) => cut[n]);
}

/** Git writes a ref beside it first, so one that is whole is never half written; what is left of one is nothing, or zeros. */
async function isCutShort(path: string): Promise<boolean> {
  return readRegularFile(path).then(
    (bytes) => bytes.every((byte) => byte === 0),
    () => false,
  );
}

const OUR_REFS = ['refs/breakwater', 'refs/heads/breakwater'];

/** Proved, not assumed: where the system does not tell, it is not quiet. A session's git works in its worktree on the same refs. */
async function isQuiet(git: Git): Promise<boolean> {
  const paths = await Promise.all((await worktreeEntries(git)).map(pathOfEntry));
  const worktrees = paths.filter((path) => path !== undefined);
  return (await liveGits([git.commonDirectory, git.root, ...worktrees])) === 0;
}

async function lockFiles(git: Git, ours: (path: string) => boolean): Promise<readonly string[]> {
  const refs = OUR_REFS.map((folder) => locksBelow(join(git.commonDirectory, folder)));
  const packed = ['packed-refs.lock', 'packed-refs.new'].map((name) => join(git.commonDirectory, name));
  const entries = (await worktreeEntries(git)).map(async (entry) => {
    const path = await pathOfEntry(entry);
    return path !== undefined && ours(path) ? locksBelow(entry) : [];
  });
  return [...(await Promise.all([...refs, ...entries])).flat(), ...(await onlyExisting(packed))];
}

async function locksBelow(folder: string): Promise<readonly string[]> {
  return (await filesBelow(folder)).filter((path) => path.endsWith('.lock'));
}

/** Sorted. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((one) => one.isFile())
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
