import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import type { Place } from '../place.js';
import { gitIn } from '../run/run-git.js';

/**
 * Submodules that were set up in a worktree and hold commits that the place they came from has not, sorted by name. Git keeps such a
 * clone within the worktree's own entry, so it goes with it. One that cannot be read counts.
 */
export async function modulesWithOwnHistory(git: Git, place: Place): Promise<readonly string[]> {
  const folder = join(place.directory, 'modules');
  const found = [...(await clonesBelow(folder, ''))].sort();
  const own = await Promise.all(found.map(async (name) => ((await hasOwn(git, join(folder, name))) ? [name] : [])));
  return own.flat();
}

/** A module is called as its path, so it may lie several folders deep, and may hold modules itself. A folder with nothing in it is none. */
async function clonesBelow(home: string, name: string): Promise<readonly string[]> {
  const entries = await readdir(join(home, name), { withFileTypes: true }).catch(() => []);
  const isClone = entries.some((entry) => entry.name === 'HEAD');
  const below = isClone ? [join(name, 'modules')] : entries.filter((one) => one.isDirectory()).map((one) => join(name, one.name));
  const deeper = (await Promise.all(below.map((one) => clonesBelow(home, one)))).flat();
  return isClone ? [name, ...deeper] : deeper;
}

async function hasOwn({ environment }: Git, directory: string): Promise<boolean> {
  const run = gitIn({ cwd: directory, environment, flags: [`--git-dir=${directory}`] });
  try {
    const { stdout } = await run(['rev-list', '--max-count=1', '--all', '--not', '--remotes']);
    return stdout.length > 0;
  } catch (error) {
    if (error instanceof GitError) return true;
    throw error;
  }
}
