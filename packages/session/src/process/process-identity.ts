import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { LockOwner } from '@breakwater/model';

/** Names one process for ever; a pid alone is used again within seconds on a busy machine. */
export type ProcessIdentity = Pick<LockOwner, 'pid' | 'startTime' | 'bootId' | 'host'>;

/** Start time and boot id are '' where the system has no procfs. */
export async function processIdentity(pid: number): Promise<ProcessIdentity> {
  const [stat, bootId] = await Promise.all([processStat(pid), readText('/proc/sys/kernel/random/boot_id')]);
  return { pid, startTime: stat?.startTime ?? '', bootId: bootId.trim(), host: hostname() };
}

/** Whether the very process that is named still lives. On another host that cannot be told, and the safe answer is yes. */
export async function isAlive(owner: LockOwner): Promise<boolean> {
  const now = await processIdentity(owner.pid);
  if (owner.host !== now.host) return true;
  if (owner.bootId !== now.bootId) return false;
  if (owner.startTime === '') return exists(owner.pid);
  const stat = await processStat(owner.pid);
  return stat !== undefined && stat.startTime === owner.startTime && !GONE.has(stat.state);
}

/** A zombie has ended and only waits for its parent to notice. */
const GONE = new Set(['Z', 'X', 'x']);

/** Fields 3 and 22 of procfs stat; the name before them may hold spaces and parentheses. */
async function processStat(pid: number): Promise<{ readonly state: string; readonly startTime: string } | undefined> {
  const text = await readText(`/proc/${pid}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, startTime] = [fields[0], fields[19]];
  return state === undefined || startTime === undefined ? undefined : { state, startTime };
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
