import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of ours in git's entry of a worktree: written when all files are there. Without it nobody was ever given the worktree. */
const NAME = 'breakwater-ready';

export async function markReady(entry: string): Promise<void> {
  await writeFile(join(entry, NAME), '');
}

export async function isReady(entry: string): Promise<boolean> {
  return access(join(entry, NAME)).then(
    () => true,
    () => false,
  );
}

/** Git writes the reason before anything else into an entry, and ours begins with our name; so it is known even without the path. */
export async function isLockedByUs(entry: string): Promise<boolean> {
  const reason = await readFile(join(entry, 'locked'), 'utf8').catch(() => '');
  return reason.startsWith('breakwater');
}

/** Begun by us, and given to nobody yet, so nothing in it is anybody's work. */
export async function isUnfinished(entry: string): Promise<boolean> {
  return !(await isReady(entry)) && (await isLockedByUs(entry));
}
