import { setTimeout as wait } from 'node:timers/promises';
import { GitError } from '../git-error.js';

/**
 * What git says when another git was at work at that instant, and the same command a moment later succeeds. A refused
 * compare-and-swap is not among them: its answer is final.
 */
const TRANSIENT: readonly RegExp[] = [
  /unable to create temporary file/i,
  /Unable to create '[^']*\.lock': File exists/,
  /failed to read .*(commondir|gitdir|HEAD)\b/,
  /unable to write (loose object file|file .*objects)/i,
];

const TRIES = 5;
/** Milliseconds, doubled after every try. */
const FIRST_PAUSE = 20;

/** Tries again what failed for a passing reason. What is tried must be safe to repeat. */
export async function retryTransient<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === TRIES || !isTransient(error)) throw error;
      await wait(FIRST_PAUSE * 2 ** (tried - 1));
    }
  }
}

function isTransient(error: unknown): boolean {
  return error instanceof GitError && TRANSIENT.some((pattern) => pattern.test(error.stderr));
}
