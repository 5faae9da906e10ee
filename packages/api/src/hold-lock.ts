import type { Lock, Repository } from '@breakwater/git';
import type { Failure, LockOwner, Result } from '@breakwater/model';
import { isAlive, processIdentity } from '@breakwater/session';
import type { World } from './world.js';

/** One orchestrator per repository. A dead owner's lock is taken over; a living one's never. */
export async function holdLock(repository: Repository, run: string, world: World): Promise<Result<Lock, Failure>> {
  const owner: LockOwner = {
    run,
    ...(await processIdentity(world.pid)),
    since: world.now().toISOString(),
    nonce: world.randomHex(16),
  };
  return repository.takeLock(owner, async (other) => !(await isAlive(other)));
}

/** Who holds the repository now, if the process still lives. */
export async function livingOwner(repository: Repository): Promise<LockOwner | undefined> {
  const owner = await repository.lockOwner();
  return owner !== undefined && (await isAlive(owner)) ? owner : undefined;
}
