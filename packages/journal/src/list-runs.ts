import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asRunId, type Failure, type RunId } from '@breakwater/model';
import { JournalError } from './journal-error.js';
import { JOURNAL_FILE } from './journal-file.js';
import { timeOf } from './known-events.js';
import { decodeLine } from './line.js';

/** Ids of the runs in a folder, newest first by the time of their first record, equal times by id. Folders without a first record are left out. */
export async function listRuns(runsFolder: string): Promise<readonly RunId[]> {
  const runs: { readonly id: RunId; readonly t: string }[] = [];
  for (const name of await namesIn(runsFolder)) {
    const id = asRunId(name);
    const t = id === undefined ? undefined : await startOf(join(runsFolder, name, JOURNAL_FILE));
    if (id !== undefined && t !== undefined) runs.push({ id, t });
  }
  return runs.sort(newestFirst).map((run) => run.id);
}

async function namesIn(runsFolder: string): Promise<readonly string[]> {
  try {
    return await readdir(runsFolder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new JournalError(notListed(runsFolder, error), error);
  }
}

/** Not "no runs": something else lies where the runs should be, or it may not be read. */
function notListed(runsFolder: string, error: unknown): Failure {
  return {
    reason: 'environment',
    code: 'E_JOURNAL_READ',
    message: `the folder of runs, ${runsFolder}, cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'look at what is there: it must be a folder that this user may read',
  };
}

/** Time of the first record, whatever version wrote it: to read the run fails later and says why, a list must not hide it. */
async function startOf(path: string): Promise<string | undefined> {
  try {
    if (!(await stat(path)).isFile()) return undefined;
    const line = decodeLine(await firstLine(path), 0);
    return line.line === 'whole' ? timeOf(line.record) : undefined;
  } catch {
    return undefined;
  }
}

const CHUNK = 64 * 1024;

/** A first record names every task of the run, so it may be long; what follows it is not read. */
async function firstLine(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    let bytes = Buffer.alloc(0);
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, null);
      bytes = Buffer.concat([bytes, buffer.subarray(0, bytesRead)]);
      const newline = bytes.indexOf(0x0a);
      if (newline !== -1) return bytes.subarray(0, newline + 1);
      if (bytesRead === 0) return bytes;
    }
  } finally {
    await file.close();
  }
}

function newestFirst(a: { readonly id: RunId; readonly t: string }, b: { readonly id: RunId; readonly t: string }): number {
  if (a.t !== b.t) return a.t > b.t ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
