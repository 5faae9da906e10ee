import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Git } from '../git.js';
import { placeAt } from '../place.js';
import { readRegularFile } from '../read-regular-file.js';

/**
 * Digests of the files that decide what every git here does: configuration with all it includes, hooks, attributes, where objects are
 * looked for, and what belongs to one worktree of ours. By path below the git directory, or absolute where they are elsewhere, as the
 * person's own configuration is.
 */
export async function sharedFiles(git: Git, worktree: string): Promise<ReadonlyMap<string, string>> {
  const { commonDirectory } = git;
  const entry = (await placeAt(git, worktree))?.directory;
  const own = entry === undefined ? [] : OF_A_WORKTREE.map((name) => join('worktrees', basename(entry), name));
  const folders = await Promise.all(['hooks', 'info'].map((folder) => filesIn(commonDirectory, folder)));
  const paths = new Set([...SHARED, ...folders.flat(), ...own, ...(await configured(git))]);
  const digests = await Promise.all(
    [...paths].map(async (path) => [path, await digestOf(resolve(commonDirectory, path))] as const),
  );
  return new Map(digests.flatMap(([path, digest]) => (digest === undefined ? [] : [[path, digest] as const])));
}

const SHARED = ['config', 'config.worktree', 'objects/info/alternates'];
const OF_A_WORKTREE = ['commondir', 'config.worktree', 'gitdir'];

/** Files that the configuration comes from, and the hooks of the folder it names for them. None where git cannot read it. */
async function configured(git: Git): Promise<readonly string[]> {
  const args = ['config', '--list', '--show-origin', '--null'];
  const { stdout } = await git.run(args, { accept: [0, 1, 128] });
  const parts = stdout.toString('utf8').split('\0');
  const entries = parts.flatMap((origin, n) => (n % 2 === 0 && origin.startsWith(FILE) ? [[origin, parts[n + 1] ?? '']] : []));
  const files = entries.map(([origin = '']) => resolve(git.root, origin.slice(FILE.length)));
  const hooks = entries.findLast(([, entry = '']) => entry.startsWith('core.hookspath\n'))?.[1]?.split('\n')[1];
  const folder = hooks === undefined ? undefined : resolve(git.root, hooks.replace(/^~\//, `${git.environment['HOME'] ?? ''}/`));
  const named = folder === undefined ? [] : (await filesIn(folder, '')).map((name) => join(folder, name));
  return [...files, ...named].map((path) => belowOr(git.commonDirectory, path));
}

const FILE = 'file:';

function belowOr(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

async function filesIn(directory: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(join(directory, folder)).catch(() => []);
  return names.map((name) => join(folder, name));
}

/** Undefined for what is not there or is no file. */
async function digestOf(path: string): Promise<string | undefined> {
  const content = await readRegularFile(path).catch(() => undefined);
  return content && createHash('sha256').update(content).digest('hex');
}
