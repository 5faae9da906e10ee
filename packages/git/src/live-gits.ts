import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Git } from './git.js';

/**
 * How many git processes are at work in the repository or one of its worktrees; undefined where the system does not tell, which
 * proves nothing. A process that cannot be looked at counts.
 */
export async function liveGits(git: Git): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name));
  if (pids.length === 0) return undefined;
  const common = await realpath(git.commonDirectory);
  const places = [common, dirname(common), git.root];
  const busy = await Promise.all(pids.map((pid) => isGitIn(pid, places)));
  return busy.filter(Boolean).length;
}

async function isGitIn(pid: string, places: readonly string[]): Promise<boolean> {
  const name = await readFile(join('/proc', pid, 'comm'), 'utf8').catch(() => '');
  if (!name.startsWith('git')) return false;
  const [folder, command] = await Promise.all([
    readlink(join('/proc', pid, 'cwd')).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : '/')),
    readFile(join('/proc', pid, 'cmdline'), 'utf8').catch(() => ''),
  ]);
  // Ended meanwhile, or dead and not yet buried.
  if (folder === '') return false;
  return folder === '/' || places.some((place) => folder === place || folder.startsWith(place + sep) || command.includes(place));
}
