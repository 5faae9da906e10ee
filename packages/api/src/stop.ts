import { setTimeout as wait } from 'node:timers/promises';
import type { Repository } from '@breakwater/git';
import { asRunId, err, type Failure, type LockOwner, ok, type Result } from '@breakwater/model';
import { gitMarker, isAlive, sweep } from '@breakwater/session';
import { livingOwner } from './hold-lock.js';
import { openRepo } from './open-repo.js';
import { runMarker } from './places.js';
import type { World } from './world.js';

/** Sessions get this long to save their work before they are ended. */
const GRACE_MS = 30_000;
const LOOK_MS = 50;

/**
 * Asks the orchestrator of this repository to stop and waits until it has; of one that was killed, ends the sessions it left.
 * What was begun can be resumed.
 */
export async function stop(repo: string | undefined, world: World): Promise<Result<LockOwner, Failure>> {
  const repository = await openRepo(repo, world);
  if (!repository.ok) return repository;
  const owner = await livingOwner(repository.value);
  if (owner === undefined) return stopOrphans(repository.value);
  signal(owner, 'SIGTERM');
  if (!(await goneWithin(owner, GRACE_MS, world))) {
    signal(owner, 'SIGKILL');
    await goneWithin(owner, GRACE_MS, world);
  }
  await endSessions(repository.value, owner);
  return ok(owner);
}

async function stopOrphans(repository: Repository): Promise<Result<LockOwner, Failure>> {
  const dead = await repository.lockOwner();
  const ended = dead === undefined ? [] : await endSessions(repository, dead);
  return dead === undefined || ended.length === 0 ? err({ reason: 'not-running' }) : ok(dead);
}

/** The lock is a ref that a session could have written, so its words are checked before processes end by them. */
async function endSessions(repository: Repository, { run, pid }: LockOwner): Promise<readonly number[]> {
  const id = asRunId(run);
  return id === undefined ? [] : [...(await sweep(runMarker(repository, id))), ...(await sweep(gitMarker(pid)))];
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
