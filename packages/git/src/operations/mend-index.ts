import { createHash } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../place.js';
import { readRegularFile } from '../read-regular-file.js';
import { configReader, LONG } from '../run/run-git.js';
import { headCommit } from './head.js';

/**
 * Makes the index of a worktree of ours anew that a loss of power cut short; the files stay as they are, and each is looked at once. Without
 * a commit there is nothing to make it from, and git goes without. Answers what was done.
 */
export async function mendIndex(place: Place): Promise<readonly string[]> {
  const path = join(place.directory, 'index');
  if (await isWholeIndex(path)) return [];
  if ((await headCommit(place.run)) === undefined) await rm(path, { force: true });
  else await readAnew(place, path);
  return [`made an index anew that was cut short: ${path}`];
}

/** Beside it first: there may be a lock on it that somebody left. */
async function readAnew({ run }: Place, path: string): Promise<void> {
  const beside = `${path}-mended`;
  const call = { environment: { GIT_INDEX_FILE: beside }, limit: LONG };
  await run(['read-tree', 'HEAD'], call);
  // A file that a sparse checkout leaves out would count as deleted.
  const sparse = await configReader(run)(String.raw`^core\.sparsecheckout$`);
  if (sparse.endsWith('\ntrue\0')) await run(['sparse-checkout', 'reapply'], call);
  await rename(beside, path);
}

/** It ends with the checksum of all before; git itself goes by it only when asked to, and reads wrong entries out of half a file. */
async function isWholeIndex(path: string): Promise<boolean> {
  const bytes = await readRegularFile(path).catch((error: NodeJS.ErrnoException) => error);
  // What cannot be read git will say.
  if (bytes instanceof Error) return bytes.code !== 'ENOENT';
  return bytes.subarray(0, 4).toString('latin1') === 'DIRC' && ['sha1', 'sha256'].some((hash) => endsWithSum(bytes, hash));
}

/** All zeros where the person has git spare it. */
function endsWithSum(bytes: Buffer, hash: string): boolean {
  const sum = createHash(hash);
  const end = bytes.length - sum.copy().digest().length;
  const found = bytes.subarray(end);
  return found.every((byte) => byte === 0) || found.equals(sum.update(bytes.subarray(0, end)).digest());
}
