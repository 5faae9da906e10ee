import { access, writeFile } from 'node:fs/promises';
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
