import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { asRepoPath, type RepoPath } from '@breakwater/model';

/** What a file name means in a worktree. */
export type FoundPaths =
  /** The name itself and, through links, the file it leads to; each once. */
  { readonly inside: true; readonly paths: readonly RepoPath[] } | { readonly inside: false; readonly why: string };

/**
 * Where a write to `name` would go: `..` resolved, links followed as far as they exist. `worktree`: its real path. Nothing outside of
 * the worktree, and not git's own file in it, is for a session to write.
 */
export async function worktreePaths(name: string, { worktree, cwd }: { worktree: string; cwd: string }): Promise<FoundPaths> {
  const named = resolve(cwd, name);
  const real = await realOf(named);
  const target = repoPathOf(real, worktree);
  if (target === undefined)
    return { inside: false, why: `${name} is outside of your worktree ${worktree}; write only inside of it` };
  if (isGits(target)) return { inside: false, why: `${name} belongs to git; leave it alone` };
  // The name by its own folder: that is what a write that replaces a link would change.
  const own = repoPathOf(join(await realOf(dirname(named)), basename(named)), worktree);
  return { inside: true, paths: own === undefined || own === target ? [target] : [own, target] };
}

/** The real path of what exists of it, and the rest as it is written. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await realOf(above), basename(path));
  }
}

function repoPathOf(path: string, worktree: string): RepoPath | undefined {
  const way = relative(worktree, path);
  return isAbsolute(way) ? undefined : asRepoPath(way.split(sep).join('/'));
}

function isGits(path: RepoPath): boolean {
  return path.split('/').some((segment) => segment.toLowerCase() === '.git');
}
