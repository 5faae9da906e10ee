import type { CommitId } from '@breakwater/model';
import type { Git } from '../git.js';
import { type Place, placeOf } from '../place.js';
import { LONG } from '../run/run-git.js';
import { uncommittedIn } from './uncommitted.js';

const ARGS = [
  'diff-tree',
  '-r',
  '-z',
  '--name-only',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=none',
];

/** Paths in which a worktree differs from a commit, committed there or not, sorted, each once. */
export async function changedSince(git: Git, worktree: string, base: CommitId): Promise<readonly string[]> {
  const place = await placeOf(git, worktree);
  const [committed, uncommitted] = await Promise.all([committedSince(place, base), uncommittedIn(place)]);
  return [...new Set([...committed, ...uncommitted.map(({ path }) => path)])].sort();
}

async function committedSince(place: Place, base: CommitId): Promise<readonly string[]> {
  const { stdout } = await place.run([...ARGS, '--end-of-options', base, 'HEAD'], { limit: LONG });
  return stdout
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '');
}

/** Whether a path is one that git is told not to look at. Tracked files never are. */
export async function isIgnored(git: Git, worktree: string, path: string): Promise<boolean> {
  const place = await placeOf(git, worktree);
  const { exitCode } = await place.run(['check-ignore', '--quiet', '--', `./${path}`], { accept: [0, 1] });
  return exitCode === 0;
}
