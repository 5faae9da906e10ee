import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/**
 * Where a file of ours may be written in a worktree, its folder made; undefined when it would lie outside. A link in the worktree's
 * own tree may lead anywhere, so the folder's real place is what counts. Throws what the file system says.
 */
export async function safeTarget(place: string, path: string): Promise<string | undefined> {
  const target = join(place, path);
  const home = await realpath(place);
  if (!(await existingParent(dirname(target))).concat(sep).startsWith(home + sep)) return undefined;
  await mkdir(dirname(target), { recursive: true });
  return target;
}

/** The real path of the nearest folder that exists. */
async function existingParent(folder: string): Promise<string> {
  return realpath(folder).catch(() => existingParent(dirname(folder)));
}
