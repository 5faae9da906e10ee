import { setTimeout as wait } from 'node:timers/promises';
import { err, type Failure, type LockOwner, ok, type Result } from '@breakwater/model';
import { isAlive, sweep } from '@breakwater/session';
import { livingOwner } from './hold-lock.js';
import { openRepo } from './open-repo.js';
import type { World } from './world.js';

/** Sessions get this long to save their work before they are ended. */
const GRACE_MS = 30_000;
const LOOK_MS = 50;

/** Asks the orchestrator of this repository to stop and waits until it has. What was begun can be resumed. */
export async function stop(repo: string | undefined, world: World): Promise<Result<LockOwner, Failure>> {
  const repository = await openRepo(repo, world);
  if (!repository.ok) return repository;
  const owner = await livingOwner(repository.value);
  if (owner === undefined) return err({ reason: 'not-running' });
  signal(owner, 'SIGTERM');
  if (!(await goneWithin(owner, GRACE_MS, world))) {
    signal(owner, 'SIGKILL');
    await goneWithin(owner, GRACE_MS, world);
  }
  await sweep(owner.run);
  return ok(owner);
}

/** One that ended in this very moment has stopped. */
function signal(owner: LockOwner, name: NodeJS.Signals): void {
  try {
    process.kill(owner.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function goneWithin(owner: LockOwner, limit: number, world: World): Promise<boolean> {
  const begin = world.monotonic();
  while (await isAlive(owner)) {
    if (world.monotonic() - begin > limit) return false;
    await wait(LOOK_MS);
  }
  return true;
}
