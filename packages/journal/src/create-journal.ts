import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, type Failure, ok, type Result } from '@breakwater/model';
import { type Journal, type JournalPlace, journalOn } from './journal.js';
import { JOURNAL_FILE } from './journal-file.js';
import { syncFolder } from './sync-folder.js';

/**
 * Starts the journal of a new run. The folder must not exist: making it is exclusive, so it also reserves the run's id.
 * Failures, both of reason `environment`: E_RUN_EXISTS when it does, E_JOURNAL_WRITE when the disk refuses.
 */
export async function createJournal(where: JournalPlace): Promise<Result<Journal, Failure>> {
  const path = join(where.folder, JOURNAL_FILE);
  try {
    await mkdir(dirname(where.folder), { recursive: true, mode: 0o700 });
    await mkdir(where.folder, { mode: 0o700 });
    await (await open(path, 'ax', 0o600)).close();
    await syncFolder(where.folder);
    await syncFolder(dirname(where.folder));
    const file = await open(path, 'a');
    return ok(journalOn(file, { path, seq: 0, now: where.now }));
  } catch (error) {
    return err(refusal(where.folder, error));
  }
}

function refusal(folder: string, error: unknown): Failure {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') {
    return {
      reason: 'environment',
      code: 'E_RUN_EXISTS',
      message: `${folder} is already the folder of a run`,
      hint: 'choose another run id',
    };
  }
  return {
    reason: 'environment',
    code: 'E_JOURNAL_WRITE',
    message: `the journal in ${folder} cannot be made: ${message}`,
    hint: 'make room on the disk, or make the git directory writable',
  };
}
