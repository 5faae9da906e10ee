import { setTimeout as wait } from 'node:timers/promises';
import { type MarkedProcess, markedProcesses } from './marked-processes.js';
import { signalProcess } from './signal-group.js';

const ROUND_MS = 10;
/** A process in an uninterruptible wait cannot be killed; after about two seconds it is left to the system. */
const ROUNDS = 200;
/** One look can miss a process that replaces itself by a fresh one while we look. */
const EMPTY_ROUNDS = 3;

/**
 * Kills every process whose environment carries the marker or one below it, again and again until none is left, for a process may
 * fork while we look. Process groups are not enough: children with `setsid` leave them. What drops the variable, or replaces itself
 * all the time faster than we look, escapes. Answers the pids, sorted.
 */
export async function sweep(marker: string): Promise<readonly number[]> {
  return (await endMarked(marker)).map((one) => one.pid);
}

/** The same, with the command lines of what was killed. */
export async function endMarked(marker: string): Promise<readonly MarkedProcess[]> {
  const ended = new Map<number, MarkedProcess>();
  for (let round = 0, empty = 0; round < ROUNDS && empty < EMPTY_ROUNDS; round += 1) {
    const found = await markedProcesses(marker, (pid) => signalProcess(pid, 'SIGKILL'));
    // The first sight counts: later its command line is empty.
    for (const one of found) if (!ended.has(one.pid)) ended.set(one.pid, one);
    empty = found.length === 0 ? empty + 1 : 0;
    if (found.length > 0) await wait(ROUND_MS);
  }
  return [...ended.values()].sort((a, b) => a.pid - b.pid);
}
