import { resolve } from 'node:path';
import type { Repository } from '@breakwater/git';
import { type CommitId, type Diagnostic, err, type Failure, type KnownProject, ok, type Result } from '@breakwater/model';
import { type Cache, type IndexedCommit, indexRepository, knowProjects, openCache } from '@breakwater/repo';
import { checkAgainstTree, type LoadedTasks, loadTasks } from '@breakwater/tasks';
import { openRepo, startFolder } from './open-repo.js';
import { cacheFolder } from './places.js';
import type { World } from './world.js';

/** Where a command looks; all from flags, all optional. */
export interface Where {
  /** Folder of the repository; the present folder if not given. */
  readonly repo?: string;
  readonly tasksFile?: string;
  readonly configFile?: string;
  /** Any revision; the checked-out branch if not given. */
  readonly base?: string;
  /** Only these tasks. */
  readonly only?: readonly string[];
  /** Told how many of the files that were never read before are read, a hundred times at most. */
  readonly onRead?: (done: number, of: number) => void;
}

/** All that planning reads: the tasks as written now, the repository as the base commit holds it. */
export interface Gathered {
  readonly repository: Repository;
  readonly loaded: LoadedTasks;
  readonly base: { readonly commit: CommitId; readonly branch: string | null };
  readonly index: IndexedCommit;
  /** Told what was read, and not saved yet: what the tasks ask about the commit belongs in the same piece. */
  readonly cache: Cache;
  readonly warnings: readonly Diagnostic[];
}

export async function gather(where: Where, world: World): Promise<Result<Gathered, Failure>> {
  const opened = await openRepo(where.repo, world);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const base = await findBase(repository, where.base);
  const loaded = await loadTasks(searchFrom(repository, where, world));
  if (!loaded.ok) return err({ reason: 'bad-input', diagnostics: loaded.error });
  if (!base.ok) return base;
  const cache = await openCache(cacheFolder(repository));
  const read = await indexRepository(repository.tree(base.value.commit), cache, eachPercent(where.onRead));
  const index = knowProjects(read, await projectsAt(base.value.commit, repository, world));
  const found = checkAgainstTree(loaded.value, index);
  if (found.some((one) => one.severity === 'error')) {
    await cache.save();
    return err({ reason: 'bad-input', diagnostics: found });
  }
  return ok({ repository, loaded: loaded.value, base: base.value, index, cache, warnings: [...loaded.value.warnings, ...found] });
}

/** Paints a hundred times and not ten thousand. */
function eachPercent(tell: Where['onRead']): NonNullable<Where['onRead']> {
  let last = -1;
  return (done, of) => {
    const percent = Math.floor((100 * done) / of);
    if (percent !== last) tell?.(done, of);
    last = percent;
  };
}

/** What the workspace's tool says is about the commit that is checked out, and about no other. */
async function projectsAt(commit: CommitId, repository: Repository, { projects = [] }: World): Promise<readonly KnownProject[]> {
  return projects.length > 0 && (await repository.head()).commit === commit ? projects : [];
}

/** Files named by hand are relative to where the person is, also when the repository is elsewhere. */
export function searchFrom(repository: Repository, where: Where, world: World): Parameters<typeof loadTasks>[0] {
  return {
    root: repository.root,
    cwd: startFolder(where.repo, world),
    ...(where.tasksFile === undefined ? {} : { tasksFile: resolve(world.cwd, where.tasksFile) }),
    ...(where.configFile === undefined ? {} : { configFile: resolve(world.cwd, where.configFile) }),
    ...(where.only === undefined ? {} : { only: where.only }),
  };
}

/** The commit everything is based on, and the branch it will land on if there is one. */
export async function findBase(repository: Repository, revision: string | undefined): Promise<Result<Gathered['base'], Failure>> {
  if (revision !== undefined) {
    const commit = await repository.resolveCommit(revision);
    if (!commit.ok) return commit;
    return ok({ commit: commit.value, branch: (await isBranch(repository, revision, commit.value)) ? revision : null });
  }
  const head = await repository.head();
  if (head.commit === null) {
    const hint = 'Commit something first: worktrees start from a commit.';
    return err({ reason: 'repository-refused', code: 'E_REPO_UNBORN', message: 'This repository has no commit yet.', hint });
  }
  if (head.branch === null) {
    const hint = 'Say which commit to start from, for example: --base HEAD';
    return err({
      reason: 'repository-refused',
      code: 'E_BASE_NEEDED',
      message: 'HEAD is detached, so there is no branch to start from.',
      hint,
    });
  }
  return ok({ commit: head.commit, branch: head.branch });
}

/** Looked for in the list, because a revision such as HEAD~1 is no name that a ref could have. An id is one before it is a branch. */
async function isBranch(repository: Repository, revision: string, commit: CommitId): Promise<boolean> {
  if (revision === commit) return false;
  return (await repository.listRefs('refs/heads/')).some(({ ref }) => ref === `refs/heads/${revision}`);
}
