import { dirname, join } from 'node:path';
import { deleteFolder } from '@breakwater/git';
import type { TreeEntry } from '@breakwater/model';
import { type CommandsEnd, type CommandsOrder, runCommands } from '@breakwater/session';
import { cloneModeOf } from './clone-mode.js';
import { cloneTree } from './clone-tree.js';
import type { Install } from './detect-install.js';
import { installKey } from './install-key.js';
import { foldersThere, installFolders, isMixed } from './installed-folders.js';
import type { Installs } from './installs.js';
import { rewritePaths } from './moved-paths.js';
import { ownScripts } from './own-scripts.js';
import { findTemplate, keepTemplate, type Template } from './templates.js';

export interface InstallOrder {
  readonly install: Install;
  /** Entries of the commit the place is at. */
  readonly entries: readonly TreeEntry[];
  /** A worktree of ours, absolute. */
  readonly place: string;
  /** Folder of the templates, absolute. */
  readonly store: string;
  readonly installs: Installs;
  /** Runs the user's package manager and scripts as the place's other commands are run. */
  readonly commands: Omit<CommandsOrder, 'commands' | 'cwd'>;
  readonly onStep: (what: string) => void;
  readonly onWarning: (text: string) => void;
}

/**
 * Makes the dependencies of a worktree available: installed by the package manager the first time, cloned from what that made as
 * long as everything an install rests on stays the same. The second of two worktrees that are opened together waits for the first.
 */
export async function installPlace(order: InstallOrder): Promise<CommandsEnd> {
  const key = installKey(order.entries, order.install);
  const end = await order.installs.first(() => install(key, order));
  const template = end.end === 'passed' ? await find(key, order) : undefined;
  if (template !== undefined) order.installs.stock(template);
  return end;
}

async function install(key: string, order: InstallOrder): Promise<CommandsEnd> {
  const folders = installFolders(order.entries);
  const found = await order.installs.inTurn(key, async () => (await find(key, order)) ?? installAnew(key, folders, order));
  if ('end' in found) return found;
  if (await cloneTemplate(found, folders, order)) return runOwnScripts(folders, order);
  return order.installs.inTurn(key, () => installAnew(key, folders, order));
}

function find(key: string, { store }: InstallOrder): Promise<Template | undefined> {
  return findTemplate(store, key).catch(() => undefined);
}

async function installAnew(key: string, folders: readonly string[], order: InstallOrder): Promise<CommandsEnd> {
  if (order.commands.signal.aborted) return { end: 'stopped' };
  const { install, place, store } = order;
  order.onStep(install.command);
  const end = await runCommands({ ...order.commands, environment: quiet(order), commands: [install.command], cwd: place });
  if (end.end !== 'passed') return end;
  try {
    if (await isMixed(place, order.entries)) return end;
    const there = await foldersThere(place, folders);
    await keepTemplate(store, key, { place, folders: there, mode: await cloneModeOf(install.manager, place, there) });
  } catch (error) {
    order.onWarning(`what was installed is not kept for the next worktree: ${reasonOf(error)}`);
  }
  return end;
}

/** The person's own settings win. Nothing makes the manager lean on its cache: that may know less of a registry than the lockfile. */
function quiet({ commands }: InstallOrder): Readonly<Record<string, string>> {
  return { npm_config_audit: 'false', npm_config_fund: 'false', ...commands.environment };
}

/** False when it could not be done; then nothing of it is left. */
async function cloneTemplate(template: Template, folders: readonly string[], order: InstallOrder): Promise<boolean> {
  const { place, installs } = order;
  const { folder, note } = template;
  order.onStep(`clones what ${order.install.command} installed`);
  for (const old of await foldersThere(place, folders)) await deleteFolder(join(place, old));
  try {
    if (!(await installs.take(template, place)))
      for (const one of note.folders) await cloneFolder(join(folder, one), join(place, one), note.mode, order);
    await rewritePaths(note.naming, place, note.origin);
    return true;
  } catch (error) {
    for (const one of note.folders) await deleteFolder(join(place, one));
    order.onWarning(`what was installed before could not be cloned: ${reasonOf(error)}`);
    return false;
  }
}

/** The system's own copy is about twice as fast as one file after another from here; where it is missing or another, ours does it. */
async function cloneFolder(from: string, to: string, mode: Template['note']['mode'], order: InstallOrder): Promise<void> {
  const program = COPIES[process.platform]?.[mode];
  if (program !== undefined) {
    const end = await runCommands({
      ...order.commands,
      commands: [`${program} {from} {to}`],
      cwd: dirname(to),
      values: { from, to },
    });
    if (end.end === 'passed' || end.end === 'stopped') return;
    await deleteFolder(to);
  }
  await cloneTree(from, to, mode);
}

const COPIES: Readonly<Partial<Record<NodeJS.Platform, Readonly<Record<'copy' | 'link', string>>>>> = {
  linux: { copy: 'cp -a --reflink=auto --', link: 'cp -al --' },
  darwin: { copy: 'cp -cpR', link: 'cp -cpR' },
};

async function runOwnScripts(folders: readonly string[], order: InstallOrder): Promise<CommandsEnd> {
  const { place, install, commands } = order;
  let seconds = 0;
  for (const { folder, command } of await ownScripts(place, folders.map(parentOf), install)) {
    order.onStep(folder === '' ? command : `${command} in ${folder}`);
    const end = await runCommands({ ...commands, commands: [command], cwd: join(place, folder) });
    if (end.end !== 'passed') return end;
    seconds += end.seconds;
  }
  return { end: 'passed', seconds };
}

function parentOf(folder: string): string {
  const parent = dirname(folder);
  return parent === '.' ? '' : parent;
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'syscall' in error) return error.message;
  throw error;
}
