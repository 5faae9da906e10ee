import { realpath } from 'node:fs/promises';
import type { Confinement } from './confinement.js';

/** The program, and what it always gets. */
const BUBBLEWRAP = [
  'bwrap',
  ...['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc'],
  // Processes of one's own: nobody else's can be reached, and none outlives the first of them, or us.
  ...['--unshare-pid', '--die-with-parent'],
  // Started by root it would keep all rights, among them that of making everything writable again.
  ...['--cap-drop', 'ALL'],
];

/** The command that starts `command` in `cwd` where it can write in few places only. The network stays. */
export async function inBubblewrap(
  command: readonly string[],
  cwd: string,
  { writable, fixed }: Confinement,
): Promise<readonly string[]> {
  const binds = (await existing(writable)).flatMap((path) => ['--bind', path, path]);
  const fixes = (await existing(fixed)).flatMap((path) => ['--ro-bind', path, path]);
  return [...BUBBLEWRAP, ...binds, ...fixes, '--chdir', cwd, '--', ...command];
}

/** Without symbolic links, for those would be looked up among the mounts that are only being made. */
async function existing(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map((path) => realpath(path).catch(() => undefined)));
  return found.filter((path) => path !== undefined);
}
