import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../place.js';

/** A file of ours in git's entry of a worktree, out of the way of the clone: its folder has a whole git directory of its own. */
const NAME = 'breakwater-clone';

export async function markClone({ directory }: Place): Promise<void> {
  await writeFile(join(directory, NAME), '');
}

/** Before the clone is made or made anew, so that half a clone is none. */
export async function unmarkClone({ directory }: Place): Promise<void> {
  await rm(join(directory, NAME), { force: true });
}

export async function hasClone({ directory }: Place): Promise<boolean> {
  return access(join(directory, NAME)).then(
    () => true,
    () => false,
  );
}

/** The clone's own git directory, which belongs to whoever works there: no git of ours ever reads its configuration. */
export function cloneDirectory({ path }: Place): string {
  return join(path, '.git');
}
