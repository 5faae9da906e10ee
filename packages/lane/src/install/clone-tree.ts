import { constants, type Dirent } from 'node:fs';
import { copyFile, link, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** `copy`: files of one's own, sharing blocks where the file system can. `link`: the same files under other names. */
export type CloneMode = 'copy' | 'link';

/** Entries under way at once, over all folders: enough to keep a disk busy, few enough for any limit on open files. */
const AT_ONCE = 32;

/**
 * Makes the tree `from` anew at `to`, whose parent exists and which does not. Symbolic links keep their text, so relative ones lead
 * into the new tree. Neither sockets nor devices are taken along. Throws what the file system says, and the reason of the signal when
 * that is aborted.
 */
export async function cloneTree(from: string, to: string, mode: CloneMode, signal?: AbortSignal): Promise<void> {
  const folders: string[] = [''];
  await mkdir(to);
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    signal?.throwIfAborted();
    const entries = await readdir(join(from, folder), { withFileTypes: true });
    const below = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
    for (const one of below) {
      await mkdir(join(to, one));
      folders.push(one);
    }
    const others = entries.filter((entry) => !entry.isDirectory());
    for (let at = 0; at < others.length; at += AT_ONCE)
      await Promise.all(
        others.slice(at, at + AT_ONCE).map((entry) => cloneEntry(entry, join(from, folder), join(to, folder), mode)),
      );
  }
}

/** The same for some folders below `from`, each at its place below `to`. */
export async function cloneFolders(folders: readonly string[], way: CloneWay): Promise<void> {
  const { from, to, mode, signal } = way;
  for (const folder of folders) {
    await mkdir(dirname(join(to, folder)), { recursive: true });
    await cloneTree(join(from, folder), join(to, folder), mode, signal);
  }
}

export interface CloneWay {
  /** Absolute, and so is `to`. */
  readonly from: string;
  readonly to: string;
  readonly mode: CloneMode;
  readonly signal?: AbortSignal;
}

async function cloneEntry(entry: Dirent, from: string, to: string, mode: CloneMode): Promise<void> {
  const [source, target] = [join(from, entry.name), join(to, entry.name)];
  if (entry.isSymbolicLink()) return symlink(await readlink(source), target);
  if (!entry.isFile()) return;
  if (mode === 'link') return link(source, target);
  return copyFile(source, target, constants.COPYFILE_FICLONE);
}
