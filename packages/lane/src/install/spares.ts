import { readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { deleteFolder } from '@breakwater/git';
import { cloneFolders } from './clone-tree.js';
import { asideIn, makeAside } from './make-aside.js';
import type { Template } from './templates.js';

/** Copies of a template that nobody works with yet lie inside of it, so that they go when it goes. */
const SPARE = 'breakwater-spare-';

export async function countSpares({ folder }: Template): Promise<number> {
  return (await sparesOf(folder)).length;
}

/** Throws what the file system says, and the reason of the signal when that is aborted. */
export function makeSpare({ folder, note }: Template, signal: AbortSignal): Promise<void> {
  return makeAside(dirname(folder), async (aside) => {
    await cloneFolders(note.folders, { from: folder, to: aside, mode: note.mode, signal });
    return join(folder, `${SPARE}${basename(aside)}`);
  });
}

/** Moves the installed folders of a spare into a place that has none of them. False when there is no spare. Throws what the file system says. */
export async function takeSpare({ folder, note }: Template, place: string): Promise<boolean> {
  for (const name of await sparesOf(folder)) {
    const aside = await asideIn(dirname(folder));
    // Whoever renames it first has it; another process may take from the same template.
    const isOurs = await rename(join(folder, name), aside).then(
      () => true,
      () => false,
    );
    try {
      for (const one of isOurs ? note.folders : []) await rename(join(aside, one), join(place, one));
    } finally {
      await deleteFolder(aside);
    }
    if (isOurs) return true;
  }
  return false;
}

async function sparesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(SPARE)).sort();
}
