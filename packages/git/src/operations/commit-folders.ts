import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Git } from '../git.js';
import { isDirectory, placeOf } from '../place.js';

/** Folders and files in the git directory, absolute. */
export interface CommitFolders {
  /** Folders without which no commit can be made; they exist. */
  readonly writable: readonly string[];
  /** What in them no commit needs to write. */
  readonly fixed: readonly string[];
}

/**
 * What a commit on a branch of ours, in a worktree of ours, writes in the shared git directory. A ref is written by renaming a file
 * beside it, so the folder of the branch has to be open with all the branches in it.
 */
export async function commitFolders(git: Git, worktree: string, branch: string): Promise<CommitFolders> {
  const { directory } = await placeOf(git, worktree);
  const objects = join(git.commonDirectory, 'objects');
  const folder = dirname(join('refs', 'heads', branch));
  const logs = join(git.commonDirectory, 'logs');
  const folders = [join(git.commonDirectory, folder), ...((await isDirectory(logs)) ? [join(logs, folder)] : [])];
  const refs = await Promise.all(folders.map(made));
  const links = ['commondir', 'gitdir'].map((name) => join(directory, name));
  return { writable: [directory, objects, ...refs.flat()], fixed: [...links, join(objects, 'info'), ...(await packs(objects))] };
}

/** Another way of keeping refs has a file in the place of their folder; there only we can commit. */
function made(folder: string): Promise<readonly string[]> {
  return mkdir(folder, { recursive: true }).then(
    () => [folder],
    () => [],
  );
}

/** Where objects are fetched as they are looked at, they arrive as packs. */
async function packs(objects: string): Promise<readonly string[]> {
  const folder = join(objects, 'pack');
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => name.endsWith('.promisor')) ? [] : [folder];
}
