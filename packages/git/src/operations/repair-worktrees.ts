import { rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Git } from '../git.js';
import { liveGits } from '../live-gits.js';
import { oneAtATime } from '../one-at-a-time.js';
import { isDirectory, pathOfEntry, worktreeEntries } from '../place.js';
import { isLockedByUs, isReady } from '../ready-mark.js';
import { finishRemovals, removeAside } from './aside.js';
import { clearLocks } from './clear-locks.js';
import { deleteFolder } from './delete-folder.js';
import { mendWorktree } from './mend-worktree.js';

/** Clears what killed gits left of our worktrees, and mends what a loss of power cut short of them; see `Repository`. */
export async function repairWorktrees(git: Git, folder: string): Promise<readonly string[]> {
  const ours = (path: string) => path.startsWith(`${folder}/`);
  return oneAtATime(git.commonDirectory, async () => {
    const done: string[] = [];
    for (const entry of await worktreeEntries(git)) done.push(...(await repairEntry(git, entry, { folder, ours })));
    const removed = await finishRemovals(folder);
    done.push(...removed.map((path) => `removed the rest of a worktree: ${path}`));
    return [...done, ...(await clearLocks(git, ours))];
  });
}

interface Ours {
  /** Absolute. */
  readonly folder: string;
  readonly ours: (path: string) => boolean;
}

/** Milliseconds. */
const PAUSE = 50;
const PATIENCE = 30_000;

async function repairEntry(git: Git, entry: string, { folder, ours }: Ours): Promise<readonly string[]> {
  const named = await pathOfEntry(entry);
  if (!(await isLockedByUs(entry)) || (named !== undefined && !ours(named))) return [];
  if (!(await isReady(entry))) {
    return [
      named === undefined ? await forget(entry, `an entry without a path: ${entry}`) : await removeUnfinished(entry, named),
    ];
  }
  const mended = await mendWorktree(git, entry, folder);
  const path = await pathOfEntry(entry);
  // Where it lies nobody may be able to tell, and it may hold work.
  if (path === undefined || (await isDirectory(path))) return mended;
  await removeAside(path);
  return [...mended, await forget(entry, `a worktree whose folder is gone: ${path}`)];
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
