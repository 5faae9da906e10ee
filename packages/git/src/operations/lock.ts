import { err, type Failure, type LockOwner, ok, type Result } from '@breakwater/model';
import type { Git } from '../git.js';
import { GitError } from '../git-error.js';
import { parseLockOwner } from '../parse/lock-owner.js';
import type { Lock } from '../repository.js';
import { readBlob, writeBlob } from './blob.js';
import { clearRef } from './clear-locks.js';
import { deleteRef, moveRef } from './move-ref.js';
import { readRef } from './read-ref.js';

const LOCK_REF = 'refs/breakwater/lock';

/** Takers that come at once push each other out of a round, and one of them wins each; so many rounds are never needed unless the disk refuses. */
const ROUNDS = 64;

/**
 * Takes the repository, or takes it over from an owner who is gone. Both are one compare-and-swap, so of any number of takers
 * exactly one succeeds. Failures: `locked`, `damaged` when it cannot be read who holds it.
 */
export async function takeLock(
  git: Git,
  owner: LockOwner,
  isStale: (owner: LockOwner) => Promise<boolean>,
): Promise<Result<Lock, Failure>> {
  const mine = await writeBlob(git, JSON.stringify(owner));
  let refusal = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const present = await readRef(git, LOCK_REF);
    const obstacle = await obstacleIn(git, present, isStale);
    if (obstacle !== undefined) return err(obstacle);
    const moved = await moveRef(git, { ref: LOCK_REF, from: present ?? null, to: mine });
    if (moved.moved || moved.is === mine) return ok(lockOn(git, mine));
    // Nobody holds it, and still git says no: left by a killed git or a loss of power, or a disk that refuses.
    const isCleared = (moved.stuck || present === undefined) && (await clearRef(git, LOCK_REF));
    if (moved.stuck && !isCleared) return err(notMovable(moved.message));
    refusal = moved.message;
  }
  return err(notMovable(refusal));
}

/** Who holds the repository, if anybody does and it can be read. */
export async function lockOwner(git: Git): Promise<LockOwner | undefined> {
  const present = await readRef(git, LOCK_REF);
  return present === undefined ? undefined : ownerIn(git, present);
}

/** Undefined: what the ref leads to does not say it, or cannot be read. */
async function ownerIn(git: Git, present: string): Promise<LockOwner | undefined> {
  try {
    return parseLockOwner(await readBlob(git, present));
  } catch (error) {
    if (error instanceof GitError && error.failure.reason === 'object-damaged') return undefined;
    throw error;
  }
}

async function obstacleIn(
  git: Git,
  present: string | undefined,
  isStale: (owner: LockOwner) => Promise<boolean>,
): Promise<Failure | undefined> {
  if (present === undefined) return undefined;
  const owner = await ownerIn(git, present);
  if (owner === undefined) return UNREADABLE;
  return (await isStale(owner)) ? undefined : { reason: 'locked', owner };
}

function lockOn(git: Git, value: string): Lock {
  return {
    fence: { ref: LOCK_REF, value },
    // Refused when somebody took it over: then it is theirs, and there is nothing to give back.
    release: async () => void (await deleteRef(git, LOCK_REF, value)),
  };
}

const UNREADABLE: Failure = {
  reason: 'damaged',
  message: `${LOCK_REF} holds something that does not say who has the repository`,
  hint: `if no Breakwater is running here, remove it: git update-ref -d ${LOCK_REF}`,
};

function notMovable(message: string): Failure {
  return {
    reason: 'environment',
    code: 'E_LOCK_WRITE',
    message: `${LOCK_REF} cannot be written: ${message}`,
    hint: 'make the git directory writable; if a lock file is in the way and no git is at work, delete that file',
  };
}
