import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../git.js';
import { oneAtATime } from '../one-at-a-time.js';
import { isDirectory, pathOfEntry, placeOf, worktreeEntries } from '../place.js';
import { readRegularFile } from '../read-regular-file.js';
import { isLockedByUs, isReady } from '../ready-mark.js';
import { lastTip } from './last-tip.js';
import { mendIndex } from './mend-index.js';

/** Mends all worktrees of ours below a folder; see `Repository`. */
export async function mendWorktrees(git: Git, folder: string): Promise<readonly string[]> {
  return oneAtATime(git.commonDirectory, async () => {
    const done: string[] = [];
    for (const entry of await worktreeEntries(git)) done.push(...(await mendWorktree(git, entry, folder)));
    return done;
  });
}

/**
 * Puts right what a loss of power cut short of what git keeps of a finished worktree of ours, for with one of these files empty no git can
 * look at it, and some cannot look at any. The files of the worktree stay as they are.
 */
export async function mendWorktree(git: Git, entry: string, folder: string): Promise<readonly string[]> {
  const isOurs = async () => {
    const path = await pathOfEntry(entry);
    return path === undefined || path.startsWith(`${folder}/`);
  };
  if (!(await isOurs()) || !(await isLockedByUs(entry)) || !(await isReady(entry))) return [];
  const mended = await mendEntry(git, entry, folder);
  const path = await pathOfEntry(entry);
  const isThere = path !== undefined && (await isDirectory(path));
  return isThere ? [...mended, ...(await mendIndex(await placeOf(git, path)))] : mended;
}

async function mendEntry(git: Git, entry: string, folder: string): Promise<readonly string[]> {
  return [
    ...((await pathOfEntry(entry)) === undefined ? await findAgain(entry, folder) : []),
    ...((await textOf(entry, 'commondir')) === '' ? await put(entry, 'commondir', '../..') : []),
    ...(HEAD.test(await textOf(entry, 'HEAD')) ? [] : await put(entry, 'HEAD', (await lastTip(git, entry)) ?? NOWHERE)),
  ];
}

const HEAD = /^(ref: refs\/\S+|[0-9a-f]{40}|[0-9a-f]{64})$/;

/** A branch that is not there: what the worktree holds is then saved as that of any whose branch was deleted. */
const NOWHERE = 'ref: refs/heads/breakwater/nowhere';

/** The worktree still names its entry. */
async function findAgain(entry: string, folder: string): Promise<readonly string[]> {
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const path = join(folder, name);
    if ((await textOf(path, '.git')) === `gitdir: ${entry}`) return put(entry, 'gitdir', join(path, '.git'));
  }
  return [];
}

async function put(entry: string, name: string, text: string): Promise<readonly string[]> {
  await writeFile(join(entry, name), `${text}\n`);
  return [`wrote a file anew that was cut short: ${join(entry, name)}`];
}

async function textOf(folder: string, name: string): Promise<string> {
  return readRegularFile(join(folder, name)).then(
    (bytes) => bytes.toString('utf8').replaceAll('\0', '').trim(),
    () => '',
  );
}
