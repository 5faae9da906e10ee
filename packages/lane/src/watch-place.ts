import { stat } from 'node:fs/promises';
import type { TaskFailure } from '@breakwater/model';
import type { SessionEnd } from '@breakwater/session';

/** Milliseconds between two looks. */
const LOOK_MS = 500;

/**
 * A session that is ended when its folder is gone, found so twice: what it does from then on is done nowhere, and it may not notice before
 * its time is up. That is no stop, after which it would be begun anew without end, but a loss.
 */
export async function whileThere(
  place: string,
  outer: AbortSignal,
  begin: (signal: AbortSignal) => Promise<SessionEnd>,
): Promise<SessionEnd> {
  const gone = new AbortController();
  let missed = 0;
  const look = async (): Promise<void> => {
    missed = (await isMissing(place)) ? missed + 1 : 0;
    if (missed === 2) gone.abort();
  };
  const looking = setInterval(() => void look(), LOOK_MS);
  try {
    const end = await begin(AbortSignal.any([outer, gone.signal]));
    const isLost = end.end === 'stopped' && gone.signal.aborted && !outer.aborted;
    return isLost ? { end: 'failed', failure: goneFrom(place), usage: end.usage } : end;
  } finally {
    clearInterval(looking);
  }
}

export function goneFrom(place: string): Extract<TaskFailure, { reason: 'lost' }> {
  return { reason: 'lost', message: `the worktree ${place} is gone`, gone: true };
}

/** Another error tells nothing about it. */
export function isMissing(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isDirectory(),
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
}
