import { setTimeout as wait } from 'node:timers/promises';
import { GitError } from '../git-error.js';

/**
 * What git says when another git was at work at that instant, and the same command a moment later succeeds. A refused
 * compare-and-swap is not among them: its answer is final.
 */
const TRANSIENT: readonly RegExp[] = [
  /unable to create temporary file/i,
  /Unable to create '[^']*\.lock': File exists/,
  // Without a reason behind it; the value of a ref that is another is one, and final.
  /cannot lock ref '[^']*'\.?$/m,
  /could not lock config file/,
  /failed to read .*(commondir|gitdir|HEAD)\b/,
  /unable to write (loose object file|file .*objects)/i,
];

const TRIES = 5;
/** Milliseconds, doubled after every try. */
const FIRST_PAUSE = 20;

export interface Retrying {
  /** Asked after each failure: whether nothing of the attempt is left that a second one would double. */
  readonly isSafe?: () => boolean;
  /** It may be given twice, so a failure of any other kind is believed when it comes a second time. */
  readonly repeatable?: boolean;
}

/** Tries again what failed for a passing reason, as long as that is safe. */
export async function retryTransient<T>(
  attempt: () => Promise<T>,
  { isSafe = () => true, repeatable = false }: Retrying = {},
): Promise<T> {
  let believed = !repeatable;
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === TRIES || !(error instanceof GitError) || !isSafe()) throw error;
      const passes = saysTransient(error.stderr);
      if (!passes && believed) throw error;
      believed ||= !passes;
      await wait(FIRST_PAUSE * 2 ** (tried - 1));
    }
  }
}

/** Whether a git that failed says that it may go better in a moment. */
export function saysTransient(stderr: string): boolean {
  return TRANSIENT.some((pattern) => pattern.test(stderr));
}
