import { lstat, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { err, type Failure, ok, type Recorded, type Result, type RunEvent } from '@breakwater/model';
import { type JournalPlace, journalOn } from './journal.js';
import { JOURNAL_FILE } from './journal-file.js';
import { notWritable } from './not-writable.js';
import type { OpenedJournal } from './open-journal.js';
import { standingFile } from './standing-file.js';
import { syncFolder } from './sync-folder.js';

/**
 * Writes the journal of a run anew, from events that were found out elsewhere; one that is there is moved aside, never deleted.
 * Failure: `environment` E_JOURNAL_WRITE.
 */
export async function replaceJournal(where: JournalPlace, events: readonly RunEvent[]): Promise<Result<OpenedJournal, Failure>> {
  const path = join(where.folder, JOURNAL_FILE);
  try {
    await mkdir(where.folder, { recursive: true, mode: 0o700 });
    const aside = await moveAside(where.folder, path);
    const journal = journalOn(standingFile(await open(path, 'ax', 0o600), path), { path, seq: 0, now: where.now });
    await syncFolder(where.folder);
    const records: Recorded[] = [];
    for (const event of events) records.push(await journal.append(event));
    return ok({ journal, records, ...(aside === undefined ? {} : { repaired: `the damaged journal was moved to ${aside}` }) });
  } catch (error) {
    return err(notWritable(`the journal ${path} cannot be written`, error));
  }
}

async function moveAside(folder: string, path: string): Promise<string | undefined> {
  if (!(await isThere(path))) return undefined;
  for (let n = 1; ; n += 1) {
    const name = `journal.damaged-${n}`;
    if (await isThere(join(folder, name))) continue;
    await rename(path, join(folder, name));
    return name;
  }
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
