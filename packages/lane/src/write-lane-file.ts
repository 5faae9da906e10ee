import { lstat, readFile, rm, writeFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Repository } from '@breakwater/git';
import { laneFileText } from './lane-file-text.js';
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
 * file that is not ours, and never one that would be committed. Answers a sentence when it, or some of it, was not written.
 */
export async function writeLaneFile({ repository, place, path, variables }: LaneFile): Promise<string | undefined> {
  const target = await safeTarget(place, path).catch(() => undefined);
  if (target === undefined) return `${path} is not written: it would lie outside of the worktree`;
  if (!(await isOurs(target))) return `${path} is not written: another file is there`;
  await rm(target, { force: true });
  const { text, leftOut } = laneFileText(variables);
  await writeFile(target, `${HEAD}${text}`, { flag: 'wx', mode: 0o600 });
  if (!(await repository.uncommitted(place)).includes(asGitSays(place, target))) return without(path, leftOut);
  await rm(target);
  return `${path} is not written: git does not ignore it, so it would be committed`;
}

function without(path: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const verb = names.length === 1 ? 'is' : 'are';
  return `${names.join(', ')} ${verb} not in ${path}: no quotes that all readers of such a file understand can hold the text; the environment has it`;
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
