import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CloneMode } from './clone-tree.js';
import type { PackageManager } from './detect-install.js';

/**
 * How a second worktree gets what the first installed. Files of its own, for a session may edit an installed package, and programs
 * such as patch-package write into files as they are; as links, every other session and the verification would run the change. The
 * managers that link into a store of their own have that risk in any install, so there we only do as they did: on another disk than their
 * store, or as the person wishes, they copy.
 */
export async function cloneModeOf(manager: PackageManager, place: string, folders: readonly string[]): Promise<CloneMode> {
  if (manager !== 'pnpm' && manager !== 'bun') return 'copy';
  for (const folder of folders) {
    const isLinked = await firstIsLinked(join(place, folder));
    if (isLinked !== undefined) return isLinked ? 'link' : 'copy';
  }
  return 'copy';
}

/** Every package has a manifest, which its own scripts leave as it is. Undefined: there is no package. */
async function firstIsLinked(folder: string): Promise<boolean | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.name === 'package.json' && entry.isFile()))
    return (await lstat(join(folder, 'package.json'))).nlink > 1;
  const below = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const name of below.sort()) {
    const found = await firstIsLinked(join(folder, name));
    if (found !== undefined) return found;
  }
  return undefined;
}
