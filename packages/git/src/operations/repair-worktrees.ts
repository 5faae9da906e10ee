import { rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Git } from '../git.js';
import { liveGits } from '../live-gits.js';
import { oneAtATime } from '../one-at-a-time.js';
import { pathOfEntry, worktreeEntries } from '../place.js';
import { isLockedByUs, isReady } from '../ready-mark.js';
import { finishRemovals, removeAside } from './aside.js';
import { clearLocks } from './clear-locks.js';
import { deleteFolder } from './delete-folder.js';

/** Clears what killed gits left of our worktrees; see `Repository`. */
export async function repairWorktrees(git: Git, folder: string): Promise<readonly string[]> {
  const ours = (path: string) => path.startsWith(`${folder}/`);
  return oneAtATime(git.commonDirectory, async () => {
    const done: string[] = [];
    for (const entry of await worktreeEntries(git)) {
      const repaired = await repairEntry(entry, ours);
      if (repaired !== undefined) done.push(repaired);
    }
    const removed = await finishRemovals(folder);
    done.push(...removed.map((path) => `removed the rest of a worktree: ${path}`));
    return [...done, ...(await clearLocks(git, ours))];
  });
}

/** Milliseconds. */
const PAUSE = 50;
const PATIENCE = 30_000;

async function repairEntry(entry: string, ours: (path: string) => boolean): Promise<string | undefined> {
  const path = await pathOfEntry(entry);
  if (!(await isLockedByUs(entry)) || (path !== undefined && !ours(path))) return undefined;
  if (path === undefined) return forget(entry, `an entry without a path: ${entry}`);
  if (!(await isReady(entry))) return removeUnfinished(entry, path);
  if (await isFolder(path)) return undefined;
  await removeAside(path);
  return forget(entry, `a worktree whose folder is gone: ${path}`);
}

/** The git that was making it may outlive the program that was killed. */
export async function removeUnfinished(entry: string, path: string): Promise<string> {
  for (let waited = 0; ((await liveGits([entry, path])) ?? 0) > 0; waited += PAUSE) {
    if (waited >= PATIENCE) return `left a worktree that git is still making: ${path}`;
    await wait(PAUSE);
  }
  await deleteFolder(path);
  return forget(entry, `a worktree that was never finished: ${path}`);
}

async function forget(entry: string, what: string): Promise<string> {
  await rm(entry, { recursive: true, force: true });
  // The folder above goes with its last entry, as git itself does.
  await rmdir(join(entry, '..')).catch(() => undefined);
  return `removed ${what}`;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
