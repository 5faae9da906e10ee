import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Repository } from '@breakwater/git';
import { type Config, err, type Failure, ok, type Result, type RunId } from '@breakwater/model';

/** Refs of one run; all ours, all below one prefix. */
export function runRefs(run: RunId): { readonly prefix: string; readonly base: string; readonly frozen: string } {
  const prefix = `refs/breakwater/runs/${run}/`;
  return { prefix, base: `${prefix}base`, frozen: `${prefix}plan` };
}

export function attemptRef(run: RunId, task: string, attempt: number): string {
  return `${attemptRefs(run, task)}${attempt}`;
}

/** The prefix of all attempts at a task, or at all of them. */
export function attemptRefs(run: RunId, task?: string): string {
  const tasks = `${runRefs(run).prefix}task/`;
  return task === undefined ? tasks : `${tasks}${task}/`;
}

/** Covers every process of a run, of whichever sitting. */
export function runMarker({ tag }: Pick<Repository, 'tag'>, run: RunId): string {
  return `${tag}/${run}`;
}

/** Journals and logs live in the shared git directory: never committed, seen from every worktree. */
export function runsFolder(repository: Repository): string {
  return join(repository.commonDirectory, 'breakwater', 'runs');
}

/** What earlier plans found out about contents, by blob id; to be deleted at any time. */
export function cacheFolder(repository: Repository): string {
  return join(repository.commonDirectory, 'breakwater', 'cache');
}

/** What scouting sessions answered, and the logs of those that did not; to be deleted at any time. */
export function scoutsFolder(repository: Repository): string {
  return join(repository.commonDirectory, 'breakwater', 'scouts');
}

export function runFolder(repository: Repository, run: RunId): string {
  return join(runsFolder(repository), run);
}

/** Where this run's worktrees go: outside the repository, because nested ones confuse every tool that searches folders. */
export function worktreesFolder(repository: Repository, config: Config, run: RunId): Result<string, Failure> {
  const home = repository.bare ? dirname(repository.root) : repository.root;
  const name = basename(repository.root).replace(/\.git$/, '');
  const folder = resolve(home, config.worktrees.directory.replaceAll('{repo}', name));
  const hint = 'Choose a folder outside the repository: worktrees: { directory: "../{repo}.breakwater" }';
  if (isInside(folder, repository.root) || isInside(folder, repository.commonDirectory)) {
    return err({
      reason: 'repository-refused',
      code: 'E_WORKTREE_ROOT',
      message: `The folder for worktrees is inside the repository: ${folder}`,
      hint,
    });
  }
  if (/~\d/.test(folder)) {
    const message = `The folder for worktrees has "~" before a digit, and Claude Code refuses to write below such a path: ${folder}`;
    return err({ reason: 'repository-refused', code: 'E_WORKTREE_ROOT', message, hint });
  }
  return ok(join(folder, run));
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
