import { setTimeout as wait } from 'node:timers/promises';
import { type MarkedProcess, markedProcesses } from './marked-processes.js';

const ROUND_MS = 10;
/** A process in an uninterruptible wait cannot be killed; after two seconds it is left to the system. */
const ROUNDS = 200;

/**
 * Kills every process whose environment carries the marker or one below it, again and again until none is left, for a process may
 * fork while we look. Process groups are not enough: children with `setsid` leave them. Answers the pids, sorted.
 */
export async function sweep(marker: string): Promise<readonly number[]> {
  return (await endMarked(marker)).map((one) => one.pid);
}

/** The same, with the command lines of what was killed. */
export async function endMarked(marker: string): Promise<readonly MarkedProcess[]> {
  const ended = new Map<number, MarkedProcess>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await markedProcesses(marker);
    if (found.length === 0) break;
    for (const one of found) {
      ended.set(one.pid, one);
      kill(one.pid);
    }
    await wait(ROUND_MS);
  }
  return [...ended.values()].sort((a, b) => a.pid - b.pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in the same moment.
  }
}
