import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Git } from '../git.js';

/** Git takes one that is older than twelve hours for a leftover. */
const TOUCH_MS = 60 * 60_000;
const OURS = 'breakwater';

/**
 * Holds git's own lock against collecting objects, as a `git gc` of ours would: a `gc --prune=now` beside sessions that commit has
 * broken repositories. It is the one file outside of our own places that we write. Undefined when somebody's gc is at work, or when
 * it cannot be written; a run does not hang on it. One left by a dead process is taken over, as git does.
 */
export async function holdGc(git: Git, pid: number): Promise<{ release(): Promise<void> } | undefined> {
  const path = join(git.commonDirectory, 'gc.pid');
  const content = `${pid} ${hostname()}\n${OURS}\n`;
  if (!(await clearDeadGc(git))) return undefined;
  if (!(await put(path, content))) return undefined;
  const touching = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), TOUCH_MS);
  touching.unref();
  return {
    release: async () => {
      clearInterval(touching);
      if ((await read(path)) === content) await rm(path, { force: true });
    },
  };
}

/** Whether the way is free: there is none, or its process is gone. `onlyOurs`: those of git itself stay. Answers false where one lives. */
export async function clearDeadGc(git: Git, { onlyOurs = false } = {}): Promise<boolean> {
  const path = join(git.commonDirectory, 'gc.pid');
  const text = await read(path);
  if (text === undefined) return true;
  if (!isDead(text) || (onlyOurs && !isOurs(text))) return false;
  await rm(path, { force: true });
  return true;
}

/** What a dead orchestrator of ours left there. */
export async function deadGcHold(git: Git): Promise<string | undefined> {
  const text = await read(join(git.commonDirectory, 'gc.pid'));
  return text !== undefined && isDead(text) && isOurs(text) ? text : undefined;
}

function isDead(text: string): boolean {
  const [, pid = '', host = ''] = /^(\d+) (\S+)/.exec(text) ?? [];
  return host === hostname() && !isThere(Number(pid));
}

function isOurs(text: string): boolean {
  return text.includes(`\n${OURS}\n`);
}

/** In git's own way: a lock file beside it, renamed into place. */
async function put(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(`${path}.lock`, content, { flag: 'wx' });
    await rename(`${path}.lock`, path);
    return true;
  } catch {
    return false;
  }
}

function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
