import { stat } from 'node:fs/promises';

/** Milliseconds between two looks. */
const LOOK_MS = 500;

/**
 * Works with a signal that is aborted too when the folder is gone, found so twice: what a session does from then on is done nowhere, and
 * it may not notice before its time is up.
 */
export async function whileThere<T>(place: string, outer: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const gone = new AbortController();
  let missed = 0;
  const look = async (): Promise<void> => {
    missed = (await isMissing(place)) ? missed + 1 : 0;
    if (missed === 2) gone.abort();
  };
  const looking = setInterval(() => void look(), LOOK_MS);
  try {
    return await work(AbortSignal.any([outer, gone.signal]));
  } finally {
    clearInterval(looking);
  }
}

/** Another error tells nothing about it. */
function isMissing(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isDirectory(),
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
}
