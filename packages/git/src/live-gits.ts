import { readdir, readFile, readlink } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * How many git processes are at work in one of some folders; undefined where the system does not tell, which proves nothing.
 * A process that may not be looked at counts.
 */
export async function liveGits(folders: readonly string[]): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name));
  if (pids.length === 0) return undefined;
  const busy = await Promise.all(pids.map((pid) => isGitIn(join('/proc', pid), folders)));
  return busy.filter(Boolean).length;
}

async function isGitIn(entry: string, folders: readonly string[]): Promise<boolean> {
  const name = await readFile(join(entry, 'comm'), 'utf8').catch(() => '');
  if (!/^git(-|\n)/.test(name)) return false;
  const command = await readFile(join(entry, 'cmdline'), 'utf8').catch(() => '');
  if (folders.some((folder) => command.includes(folder))) return true;
  const place = await readlink(join(entry, 'cwd')).catch((error: NodeJS.ErrnoException) => error.code ?? '');
  if (place === 'EACCES' || place === 'EPERM') return true;
  return folders.some((folder) => place === folder || place.startsWith(folder + sep));
}
