import type { Environment } from './environment.js';

/** Node's timers overflow beyond. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Milliseconds a git may take: usually `usual`, or what the person says of every git of ours with BREAKWATER_GIT_SECONDS, where disks are
 * slow or histories are long.
 */
export function patience(usual: number, environment: Environment): number {
  const seconds = Number(environment['BREAKWATER_GIT_SECONDS']);
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_MS) : usual;
}

/** What is said of one that took longer. */
export function tookTooLong(limit: number, without: 'an end' | 'a word'): string {
  return `killed after ${limit / 1000} s without ${without}; BREAKWATER_GIT_SECONDS gives git longer`;
}
