import { type ChildProcess, spawn } from 'node:child_process';
import { END_ORPHANS } from '../scripts.js';
import { MARKER, sittingEnd } from './marker.js';

/** Somebody who kills it again and again means it. */
const MOST_STARTS = 5;

/** A process that ends everything this orchestrator marked, should the orchestrator die without a word. */
export interface Watchdog {
  readonly pid: number | undefined;
  /** Nothing needs to be ended any more. */
  dismiss(): void;
}

/**
 * Starts it in a session of its own, so that what kills us and our group does not reach it, and holds it by a pipe that the system
 * closes with us. One that is killed is started again. It never keeps us from ending.
 */
export function startWatchdog(sitting: number): Watchdog {
  let dismissed = false;
  let child = spawnWatchdog(sitting);
  const watch = (starts: number): void => {
    child.on('error', () => undefined);
    child.on('exit', () => {
      if (dismissed || starts === MOST_STARTS) return;
      child = spawnWatchdog(sitting);
      watch(starts + 1);
    });
  };
  watch(1);
  return {
    get pid() {
      return child.pid;
    },
    dismiss: () => {
      dismissed = true;
      child.stdin?.end('.');
    },
  };
}

function spawnWatchdog(sitting: number): ChildProcess {
  const child = spawn(process.execPath, [END_ORPHANS, MARKER, sittingEnd(sitting)], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
  });
  child.stdin.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref?: () => void }).unref?.();
  return child;
}
