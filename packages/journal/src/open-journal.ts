import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { err, type Failure, ok, type Recorded, type Result } from '@breakwater/model';
import { type Journal, type JournalPlace, journalOn } from './journal.js';
import { JOURNAL_FILE } from './journal-file.js';
import { notWritable } from './not-writable.js';
import { loadJournal } from './read-journal.js';
import { setTailAside } from './set-tail-aside.js';
import { standingFile } from './standing-file.js';

export interface OpenedJournal {
  readonly journal: Journal;
  readonly records: readonly Recorded[];
  /** What had to be done to the file, in one sentence. */
  readonly repaired?: string;
}

/**
 * Continues the journal of a run: reads it, sets a torn last line aside, appends after it. Fails as `readJournal` does, and
 * with `environment` E_JOURNAL_WRITE when the file cannot be written.
 */
export async function openJournal(where: JournalPlace): Promise<Result<OpenedJournal, Failure>> {
  const loaded = await loadJournal(where.folder);
  if (!loaded.ok) return loaded;
  const { records, bytes, length, torn } = loaded.value;
  const path = join(where.folder, JOURNAL_FILE);
  try {
    const repaired = torn ? { repaired: await setTailAside(where.folder, bytes.subarray(length), length) } : {};
    const file = standingFile(await open(path, 'a', 0o600), path, bytes.subarray(0, length));
    return ok({ journal: journalOn(file, { path, seq: records.length, now: where.now }), records, ...repaired });
  } catch (error) {
    return err(notWritable(`the journal ${path} cannot be written`, error));
  }
}
