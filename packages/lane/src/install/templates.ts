import { mkdir, readdir, readFile, rename, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deleteFolder } from '@breakwater/git';
import { installStore } from '../places.js';
import { type CloneMode, cloneFolders } from './clone-tree.js';
import { asideIn, isAside, makeAside } from './make-aside.js';
import { filesNaming } from './moved-paths.js';

/** What an install made, kept beside the worktrees so that the next one with the same packages need not install. */
export interface Template {
  /** Absolute. Holds the installed folders under their places, and the note. */
  readonly folder: string;
  readonly note: TemplateNote;
}

interface TemplateNote {
  readonly version: 1;
  /** The worktree it was installed in, absolute; some files name it. */
  readonly origin: string;
  readonly mode: CloneMode;
  /** Installed folders, relative. */
  readonly folders: readonly string[];
  /** Files below them that name the origin. */
  readonly naming: readonly string[];
}

/** Only a folder with this file in it was made by us. */
const NOTE = 'breakwater-template.json';
/** Written anew at every use, so that its time tells which templates nobody needs. */
const USED = 'breakwater-used';
/** Templates kept at once; each is as large as an install. */
const MOST = 3;

export async function findTemplate(store: string, key: string): Promise<Template | undefined> {
  const folder = join(store, key);
  const text = await readFile(join(folder, NOTE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  await writeFile(join(folder, USED), '1');
  return { folder, note: JSON.parse(text) as TemplateNote };
}

/** Keeps what was installed in a place, before anybody works there. Made aside and put in place by one rename, so that half a template is none. */
export async function keepTemplate(
  store: string,
  key: string,
  installed: { readonly place: string; readonly folders: readonly string[]; readonly mode: CloneMode },
): Promise<void> {
  const { place, folders, mode } = installed;
  if (folders.length === 0) return;
  await mkdir(store, { recursive: true });
  await makeRoom(store);
  await makeAside(store, async (aside) => {
    await cloneFolders(folders, { from: place, to: aside, mode });
    const naming = (await Promise.all(folders.map((folder) => filesNaming(place, aside, folder)))).flat();
    const note: TemplateNote = { version: 1, origin: place, mode, folders, naming };
    await writeFile(join(aside, USED), '1');
    await writeFile(join(aside, NOTE), JSON.stringify(note));
    // One that is there already could not be cloned.
    if ((await templatesIn(store)).includes(join(store, key))) await removeTemplate(join(store, key));
    return join(store, key);
  });
}

/** The ones used longest ago go first. */
async function makeRoom(store: string): Promise<void> {
  const used = await Promise.all(
    (await templatesIn(store)).map(async (path) => ({ path, at: (await stat(join(path, USED))).mtimeMs })),
  );
  const oldest = used.sort((a, b) => a.at - b.at).slice(0, Math.max(0, used.length - MOST + 1));
  for (const { path } of oldest) await removeTemplate(path);
}

async function templatesIn(store: string): Promise<readonly string[]> {
  const names = await readdir(store).catch(() => []);
  const ours = await Promise.all(
    names.sort().map(async (name) => ((await stat(join(store, name, USED)).catch(() => undefined)) ? [join(store, name)] : [])),
  );
  return ours.flat();
}

/** Renamed first: half a template must not be found. */
async function removeTemplate(path: string): Promise<void> {
  const aside = await asideIn(dirname(path));
  await rename(path, aside);
  await deleteFolder(aside);
}

/** What earlier installs left beside the worktrees of a run and of all others. */
export async function removeInstalled(worktrees: string): Promise<void> {
  const store = installStore({ worktrees });
  await removeTemplates(store);
  await rmdir(store).catch(() => undefined);
}

/** Removes every template, and what a kill left half made. Answers how many there were. */
export async function removeTemplates(store: string): Promise<number> {
  const ours = await templatesIn(store);
  for (const path of ours) await removeTemplate(path);
  const half = (await readdir(store).catch(() => [])).filter(isAside);
  for (const name of half) await deleteFolder(join(store, name));
  return ours.length;
}
