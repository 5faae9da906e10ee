import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunId } from '@breakwater/model';
import type { LocalLaneSetting } from './local-lane-setting.js';
import { tempPrefix } from './places.js';

type Setting = Pick<LocalLaneSetting, 'environment' | 'repository'>;

/**
 * A private temporary folder for the time of some work. Outside the worktree, so that nothing in it is committed, and with a short
 * path, for the sockets that programs make in it may have about 100 characters. Named after the run, so that one left by a kill is known.
 */
export async function withTempFolder<T>(setting: Setting, run: RunId, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tempHome(setting), tempPrefix(setting, run)));
  try {
    return await work(folder);
  } finally {
    await remove(folder);
  }
}

/** Temporary folders that dead sittings of a run left, and that belong to us; sorted. Only for a run in which nobody works. */
export async function leftTempFolders(setting: Setting, run: RunId): Promise<readonly string[]> {
  const home = tempHome(setting);
  const names = (await readdir(home).catch(() => [])).filter((name) => name.startsWith(tempPrefix(setting, run)));
  const ours = await Promise.all(names.sort().map(async (name) => ((await isOurs(join(home, name))) ? [join(home, name)] : [])));
  return ours.flat();
}

export async function removeTempFolders(setting: Setting, run: RunId): Promise<readonly string[]> {
  const left = await leftTempFolders(setting, run);
  for (const folder of left) await remove(folder);
  return left;
}

/** Where temporary folders are made. */
export function tempHome({ environment }: { readonly environment: Readonly<Record<string, string | undefined>> }): string {
  return environment['TMPDIR'] || tmpdir();
}

/** The folder for temporary files is everybody's: what another user put there under our name is not ours. */
async function isOurs(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid());
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}
