import { lstat, readFile, rm, writeFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Repository } from '@breakwater/git';
import { safeTarget } from './safe-target.js';

export interface LaneFile {
  readonly repository: Pick<Repository, 'uncommitted'>;
  /** A worktree of ours, absolute. */
  readonly place: string;
  /** Relative to the worktree. */
  readonly path: string;
  readonly variables: Readonly<Record<string, string>>;
}

const HEAD = '# Written by Breakwater for this lane; made anew for every task.\n';

/**
 * Writes the lane's variables into a file of the worktree, for programs that read such a file and not their environment. Never over a
 * file that is not ours, and never one that would be committed. Answers a sentence when it was not written.
 */
export async function writeLaneFile({ repository, place, path, variables }: LaneFile): Promise<string | undefined> {
  const target = await safeTarget(place, path).catch(() => undefined);
  if (target === undefined) return `${path} is not written: it would lie outside of the worktree`;
  if (!(await isOurs(target))) return `${path} is not written: another file is there`;
  await rm(target, { force: true });
  await writeFile(target, `${HEAD}${Object.entries(variables).map(assignment).join('')}`, { flag: 'wx', mode: 0o600 });
  if (!(await repository.uncommitted(place)).includes(asGitSays(place, target))) return undefined;
  await rm(target);
  return `${path} is not written: git does not ignore it, so it would be committed`;
}

/** However the person wrote the path. */
function asGitSays(place: string, target: string): string {
  return relative(place, target).split(sep).join('/');
}

async function isOurs(target: string): Promise<boolean> {
  const found = await lstat(target).catch(() => undefined);
  if (found === undefined) return true;
  return found.isFile() && (await readFile(target, 'utf8')).startsWith(HEAD);
}

/** As shells, Docker Compose and the usual readers of such files understand it: quoted only where it must be. */
function assignment([name, value]: readonly [string, string]): string {
  if (/^[\w./:@%+,=-]*$/.test(value)) return `${name}=${value}\n`;
  return value.includes("'") || value.includes('\n') ? `${name}=${JSON.stringify(value)}\n` : `${name}='${value}'\n`;
}
