import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A private temporary folder for the time of some work. Outside the worktree, so that nothing in it is committed, and with a short
 * path, for the sockets that programs make in it may have about 100 characters.
 */
export async function withTempFolder<T>(
  environment: Readonly<Record<string, string | undefined>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(environment['TMPDIR'] || tmpdir(), 'breakwater-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}
