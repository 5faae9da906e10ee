import { join } from 'node:path';
import type { PastCommit } from '@breakwater/model';
import { readPacked, writePacked } from '../cache/packed-file.js';

const NAME = 'history';

/** The commits of the last walk, the newest first; none when nothing was kept. */
export async function keptHistory(folder: string): Promise<readonly PastCommit[]> {
  const content = await readPacked(join(folder, NAME));
  return content === undefined ? [] : (JSON.parse(new TextDecoder().decode(content)) as readonly PastCommit[]);
}

/** The last walk replaces the one before. */
export async function keepHistory(folder: string, commits: readonly PastCommit[]): Promise<void> {
  await writePacked(folder, NAME, Buffer.from(JSON.stringify(commits)));
}
