import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, type Failure, ok, type Result } from '@breakwater/model';
import { type Journal, type JournalPlace, journalOn } from './journal.js';
import { JOURNAL_FILE } from './journal-file.js';
import { notWritable } from './not-writable.js';
import { standingFile } from './standing-file.js';
import { syncFolder } from './sync-folder.js';

/**
 * Starts the journal of a new run. The folder must not exist: making it is exclusive, so it also reserves the run's id.
 * Failures, both of reason `environment`: E_RUN_EXISTS when it does, E_JOURNAL_WRITE when the disk refuses.
 */
export async function createJournal(where: JournalPlace): Promise<Result<Journal, Failure>> {
  const { folder, now } = where;
  const path = join(folder, JOURNAL_FILE);
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
    if (!(await reserve(folder))) return err(taken(folder));
    await (await open(path, 'ax', 0o600)).close();
    await syncFolder(folder);
    await syncFolder(dirname(folder));
    return ok(journalOn(standingFile(await open(path, 'a'), path), { path, seq: 0, now }));
  } catch (error) {
    return err(notWritable(`the journal in ${folder} cannot be made`, error));
  }
}

/** False when somebody has the folder already. */
async function reserve(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function taken(folder: string): Failure {
  return {
    reason: 'environment',
    code: 'E_RUN_EXISTS',
    message: `${folder} is already the folder of a run`,
    hint: 'choose another run id',
  };
}
