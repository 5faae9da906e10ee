import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Git } from '../git.js';
import { placeAt } from '../place.js';

/**
 * Digests of the files in the git directory that decide what every git here does: configuration, hooks, attributes, where objects are
 * looked for, and what belongs to one worktree of ours. By path below the git directory. Starts no git.
 */
export async function sharedFiles(git: Git, worktree: string): Promise<ReadonlyMap<string, string>> {
  const { commonDirectory } = git;
  const entry = (await placeAt(git, worktree))?.directory;
  const own = entry === undefined ? [] : OF_A_WORKTREE.map((name) => join('worktrees', basename(entry), name));
  const folders = await Promise.all(['hooks', 'info'].map((folder) => filesIn(commonDirectory, folder)));
  const paths = [...SHARED, ...folders.flat(), ...own];
  const digests = await Promise.all(paths.map(async (path) => [path, await digestOf(join(commonDirectory, path))] as const));
  return new Map(digests.flatMap(([path, digest]) => (digest === undefined ? [] : [[path, digest] as const])));
}

const SHARED = ['config', 'config.worktree', 'objects/info/alternates'];
const OF_A_WORKTREE = ['commondir', 'config.worktree', 'gitdir'];

async function filesIn(directory: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(join(directory, folder)).catch(() => []);
  return names.map((name) => join(folder, name));
}

/** Undefined for what is not there or is no file. */
async function digestOf(path: string): Promise<string | undefined> {
  const content = await readFile(path).catch(() => undefined);
  return content && createHash('sha256').update(content).digest('hex');
}
