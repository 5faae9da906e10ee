import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Capacity } from '@breakwater/model';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;
/** Bytes. A session alone takes about 0.25 GiB, the builds and tests it starts several times that. */
const MEMORY = GIB;
/** Bytes that nobody may use up: git, the journal and the system itself need room to end in order. */
const DISK_FLOOR = 200 * MIB;
/** The same where the git directory has a disk of its own, which takes commits and the journal. */
const GIT_FLOOR = 50 * MIB;
/** Bytes a further worktree needs at least. */
const DISK = 100 * MIB;

export interface Free {
  /** Bytes for new sessions. */
  readonly memory: number;
  /** Bytes where worktrees are made; undefined when the system does not tell. */
  readonly disk: number | undefined;
  /** Bytes where the git directory is. */
  readonly gitDisk?: number | undefined;
  /** Sessions at work. */
  readonly running: number;
}

/**
 * How many sessions fit, those that run included. Short memory never leaves none, for a machine that is always full would never
 * begin; a short disk does, for what is begun there cannot be saved.
 */
export function capacityFor({
  memory,
  disk = Number.POSITIVE_INFINITY,
  gitDisk = Number.POSITIVE_INFINITY,
  running,
}: Free): Capacity {
  if (disk < DISK_FLOOR) return { slots: running, lacks: lacks('worktrees', disk, DISK_FLOOR) };
  if (gitDisk < GIT_FLOOR) return { slots: running, lacks: lacks('git directory', gitDisk, GIT_FLOOR) };
  const byMemory = Math.max(1, running + Math.floor(memory / MEMORY));
  const byDisk = running + Math.max(running === 0 ? 1 : 0, Math.floor((disk - DISK_FLOOR) / DISK));
  return { slots: Math.min(byMemory, byDisk) };
}

function lacks(whose: string, free: number, floor: number): string {
  return `the disk of the ${whose} has ${Math.floor(free / MIB)} MiB left, and ${floor / MIB} MiB are needed to start a session`;
}

/** Bytes free on the disk of a folder that need not be there yet. */
export async function freeDisk(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT' && dirname(folder) !== folder;
    return missing ? freeDisk(dirname(folder)) : undefined;
  }
}
