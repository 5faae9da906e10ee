import { basename } from 'node:path';
import type { Repository } from '@breakwater/git';
import type { RunId } from '@breakwater/model';
import { attemptRefs } from './places.js';

/** The highest attempt of each task that left anything in git: a ref, a branch, a worktree. */
export async function foundAttempts(repository: Repository, run: RunId): Promise<ReadonlyMap<string, number>> {
  const branches = `refs/heads/breakwater/${run}/`;
  const [refs, heads, worktrees] = await Promise.all([
    repository.listRefs(attemptRefs(run)),
    repository.listRefs(branches),
    repository.listWorktrees(),
  ]);
  const named = [
    ...heads.map(({ ref }) => ref.slice(branches.length)),
    ...worktrees.filter(({ lockReason }) => lockReason?.startsWith(`breakwater run ${run},`)).map(({ path }) => basename(path)),
  ];
  const found = [...refs.map(({ ref }) => ref.slice(attemptRefs(run).length).split('/')), ...named.map(nameParts)];
  const highest = new Map<string, number>();
  for (const [task = '', attempt = ''] of found)
    if (NUMBER.test(attempt)) highest.set(task, Math.max(highest.get(task) ?? 0, Number(attempt)));
  return highest;
}

/** What somebody put among our refs may be called as they like. */
const NUMBER = /^[1-9]\d{0,8}$/;

/** `api@2` is the second attempt at api, `api` the first. */
function nameParts(name: string): readonly string[] {
  const [task = '', attempt = '1'] = name.split('@');
  return [task, attempt];
}
