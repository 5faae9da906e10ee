import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cloneTree } from './clone-tree.js';
import type { Template } from './templates.js';

/** Copies of a template that nobody works with yet lie inside of it, so that they go when it goes. */
const SPARE = 'breakwater-spare-';

export async function countSpares({ folder }: Template): Promise<number> {
  return (await sparesOf(folder)).length;
}

/** Made aside and put in place by one rename, so that half a spare is none. Throws what the file system says. */
export async function makeSpare({ folder, note }: Template, signal: AbortSignal): Promise<void> {
  const aside = await mkdtemp(join(dirname(folder), '.making-'));
  try {
    for (const one of note.folders) {
      await mkdir(dirname(join(aside, one)), { recursive: true });
      await cloneTree(join(folder, one), join(aside, one), note.mode, signal);
    }
    await rename(aside, join(folder, `${SPARE}${basename(aside)}`));
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** Moves the installed folders of a spare into a place that has none of them. False when there is no spare. Throws what the file system says. */
export async function takeSpare({ folder, note }: Template, place: string): Promise<boolean> {
  for (const name of await sparesOf(folder)) {
    const aside = await mkdtemp(join(dirname(folder), '.making-'));
    // Whoever renames it first has it; another process may take from the same template.
    const isOurs = await rename(join(folder, name), aside).then(
      () => true,
      () => false,
    );
    try {
      for (const one of isOurs ? note.folders : []) await rename(join(aside, one), join(place, one));
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
    if (isOurs) return true;
  }
  return false;
}

async function sparesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(SPARE)).sort();
}
