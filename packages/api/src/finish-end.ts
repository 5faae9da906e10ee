import { basename, dirname } from 'node:path';
import type { Lock, Repository } from '@breakwater/git';
import { isVerifyPlace } from '@breakwater/lane';
import { isAlive } from '@breakwater/session';
import type { FoundRun } from './find-run.js';
import { thaw } from './frozen.js';
import { findLeftovers } from './leftovers.js';
import { worktreesFolder } from './places.js';
import { removeEmpty } from './remove-empty.js';
import type { World } from './world.js';

/** Whether the orchestrator of a finished run was killed between its last record and its end: it still holds the lock, dead. */
export async function diedAtEnd(repository: Repository, { run, state }: FoundRun): Promise<boolean> {
  if (state.outcome !== 'finished') return false;
  const owner = await repository.lockOwner();
  return owner !== undefined && owner.run === run && !(await isAlive(owner));
}

/** What it would still have done: give back the places in which nothing is unsaved, and leave nothing behind. */
export async function finishEnd(
  repository: Repository,
  { run, state }: FoundRun,
  { lock, world }: { readonly lock: Lock; readonly world: World },
): Promise<void> {
  try {
    for (const { remove } of await findLeftovers(repository, world)) await remove();
    const frozen = await thaw(repository, run);
    const folder = frozen === undefined ? undefined : worktreesFolder(repository, frozen.config, run);
    if (folder?.ok !== true) return;
    await repository.pinDrivers(frozen?.drivers);
    await repository.repairWorktrees(folder.value);
    const integrated = new Set<string>(state.tasks.filter((task) => task.state.state === 'integrated').map(({ id }) => id));
    for (const { path } of await repository.listWorktrees()) {
      if (!path.startsWith(`${folder.value}/`)) continue;
      if (isVerifyPlace(path)) await repository.discardWorktree(path);
      else if (integrated.has(basename(path).split('@')[0] ?? '')) await repository.removeWorktree(path);
    }
    await removeEmpty(folder.value, dirname(folder.value));
  } finally {
    await lock.release();
  }
}
