import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { saysDisk, type TaskFailure } from '@breakwater/model';
import type { LocalLaneSetting } from './local-lane-setting.js';
import { tempHome } from './with-temp-folder.js';

/** What a lane answers when something went wrong. */
interface FailedEnd {
  readonly end: 'failed';
  readonly failure: TaskFailure;
}

/** What a lane writes to. */
type Disks = Pick<LocalLaneSetting, 'worktrees' | 'repository' | 'environment'>;

/**
 * An end as it is, or with the disk to blame: when it refused us, or when it is full as a session or a command fails. What those
 * print does not count, for that is theirs to choose.
 */
export async function blameDisk<E extends { readonly end: string }>(
  end: E | (E & FailedEnd),
  disks: Disks,
): Promise<E | (E & FailedEnd)> {
  if (!isFailed(end)) return end;
  const why = refusedUs(end.failure) ?? (MAY_LACK_SPACE.has(end.failure.reason) ? await fullDisk(disks) : undefined);
  return why === undefined ? end : { ...end, failure: { reason: 'disk', message: why } };
}

function isFailed<E extends { readonly end: string }>(end: E | (E & FailedEnd)): end is E & FailedEnd {
  return end.end === 'failed';
}

const MAY_LACK_SPACE: ReadonlySet<TaskFailure['reason']> = new Set(['prepare', 'verify', 'session-failed', 'no-change', 'lost']);

/** These are worded by us. */
function refusedUs(failure: TaskFailure): string | undefined {
  const isOurs = failure.reason === 'worktree' || failure.reason === 'lost' || failure.reason === 'unsaved';
  return isOurs && saysDisk(failure.message) ? failure.message : undefined;
}

/** Bytes and files below which next to nothing can be written. */
const BYTES = 1024 ** 2;
const FILES = 8;

/** The first of the disks a lane writes to that has no room left, in a sentence. */
async function fullDisk({ worktrees, repository, environment }: Disks): Promise<string | undefined> {
  for (const folder of [worktrees, repository.commonDirectory, tempHome({ environment })]) {
    if (await isFull(folder)) return `the disk of ${folder} is full`;
  }
  return undefined;
}

async function isFull(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize, files, ffree } = await statfs(folder);
    // Some file systems count no files.
    return bavail * bsize < BYTES || (files > 0 && ffree < FILES);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT' && dirname(folder) !== folder;
    return missing && isFull(dirname(folder));
  }
}
