import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { deleteFolder } from './delete-folder.js';

const SUFFIX = '.removed-by-breakwater';

/**
 * Renamed before it is deleted: that is one step, so a crash leaves a worktree that is whole or one that is gone, and deleting a
 * large one does not keep others waiting.
 */
export async function setAside(path: string): Promise<void> {
  await removeAside(path);
  await rename(path, `${path}${SUFFIX}`);
}

export async function removeAside(path: string): Promise<void> {
  await deleteFolder(`${path}${SUFFIX}`);
}

/** Deletes what killed removals left directly in a folder of ours; answers the paths of what had been worktrees. */
export async function finishRemovals(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = found.filter((one) => one.isDirectory() && one.name.endsWith(SUFFIX) && one.name !== SUFFIX);
  const paths = names.map((one) => join(folder, one.name.slice(0, -SUFFIX.length))).sort();
  for (const path of paths) await removeAside(path);
  return paths;
}
