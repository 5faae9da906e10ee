import { readFile, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../git.js';
import { oneAtATime } from '../one-at-a-time.js';
import { pathOfEntry, worktreeEntries } from '../place.js';
import { isReady } from '../ready-mark.js';
import { clearLocks } from './clear-locks.js';
import { removeAside } from './remove-worktree.js';

/** Clears what killed gits left of our worktrees; see `Repository`. */
export async function repairWorktrees(git: Git, ours: (path: string) => boolean): Promise<readonly string[]> {
  return oneAtATime(git.commonDirectory, async () => {
    const done: string[] = [];
    for (const entry of await worktreeEntries(git)) {
      const repaired = await repairEntry(entry, ours);
      if (repaired !== undefined) done.push(repaired);
    }
    return [...done, ...(await clearLocks(git, ours))];
  });
}

async function repairEntry(entry: string, ours: (path: string) => boolean): Promise<string | undefined> {
  const path = await pathOfEntry(entry);
  if (path === undefined) return (await isNamelessOurs(entry)) ? forget(entry, `an entry without a path: ${entry}`) : undefined;
  if (!ours(path)) return undefined;
  if (!(await isReady(entry))) {
    await rm(path, { recursive: true, force: true });
    return forget(entry, `a worktree that was never finished: ${path}`);
  }
  if (await isFolder(path)) return undefined;
  await removeAside(path);
  return forget(entry, `a worktree whose folder is gone: ${path}`);
}

/** Git writes the reason before the path; every reason of ours begins with our name. */
async function isNamelessOurs(entry: string): Promise<boolean> {
  const reason = await readFile(join(entry, 'locked'), 'utf8').catch(() => '');
  return reason.startsWith('breakwater');
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
