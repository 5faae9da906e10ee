import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf } from './bytes-of.js';

/** Larger files of these places hold no path. Bytes. */
const LARGEST = 1_000_000;

/**
 * Files below an installed folder that name the place they were installed in, so that a clone of them would lead back there: the
 * scripts in `.bin` that pnpm writes, and the notes managers keep at the top. Relative to `place`, sorted.
 */
export async function filesNaming(origin: string, place: string, folder: string): Promise<readonly string[]> {
  const notes = (await readdir(join(place, folder), { withFileTypes: true })).filter((entry) => entry.isFile());
  const scripts = await binScripts(place, folder);
  const all = [...notes.map(({ name }) => join(folder, name)), ...scripts];
  const naming = await Promise.all(all.map(async (path) => ((await names(join(place, path), origin)) ? [path] : [])));
  return naming.flat().sort();
}

async function binScripts(place: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(place, folder), { withFileTypes: true });
  const lists = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return binScripts(place, path);
    return entry.isFile() && /[/\\]\.bin$/.test(folder) ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}

async function names(path: string, origin: string): Promise<boolean> {
  if ((await stat(path)).size > LARGEST) return false;
  return (await readFile(path)).includes(origin);
}

/** Lets files of a clone name its own place. Written anew, never into the file as it is, which may be shared. */
export async function rewritePaths(files: readonly string[], place: string, origin: string): Promise<void> {
  for (const file of files) {
    const path = join(place, file);
    const { mode } = await stat(path);
    const text = await readFile(path, 'latin1');
    await rm(path);
    await writeFile(path, text.split(bytesOf(origin)).join(bytesOf(place)), { encoding: 'latin1', mode });
  }
}
