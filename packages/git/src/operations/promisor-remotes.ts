import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../git.js';
import { textOf } from '../run/run-git.js';

const KEY = /^remote\.(.*)\.promisor\ntrue$/s;

/** Whether a remote keeps contents for this repository: git marks what came from it, and nothing has to be asked to see that. */
export async function hasPromisorPack({ commonDirectory }: Git): Promise<boolean> {
  const packs = await readdir(join(commonDirectory, 'objects', 'pack')).catch(() => []);
  return packs.some((name) => name.endsWith('.promisor'));
}

/**
 * Remotes that a partial clone left contents with. A value that is neither true nor false is refused by every git that looks for
 * objects: undefined.
 */
export async function promisorRemotes(git: Git): Promise<readonly string[] | undefined> {
  const args = ['config', '--null', '--bool', '--get-regexp', String.raw`^remote\..*\.promisor$`];
  const promised = await git.run(args, { accept: [0, 1, 128] });
  if (promised.exitCode === 128) return undefined;
  const named = await git.run(['config', '--get', 'extensions.partialClone'], { accept: [0, 1] });
  const lines = promised.stdout.toString('utf8').split('\0');
  return [...new Set([textOf(named), ...lines.map((line) => KEY.exec(line)?.[1] ?? '')])].filter((name) => name !== '');
}
