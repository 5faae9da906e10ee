import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, type Failure, ok, type Recorded, type Result } from '@breakwater/model';
import { decodeJournal, type Sound, type Unsound } from './decode-journal.js';
import { JOURNAL_FILE } from './journal-file.js';

/** The records of a run. Never writes; a torn last line is left out, for its writer may be alive. Fails as `loadJournal` does. */
export async function readJournal(folder: string): Promise<Result<readonly Recorded[], Failure>> {
  const loaded = await loadJournal(folder);
  return loaded.ok ? ok(loaded.value.records) : loaded;
}

/** Failures: `no-run` when there is no journal, `damaged` when a line before the last is bad, `environment` when it cannot be read. */
export async function loadJournal(folder: string): Promise<Result<Sound & { readonly bytes: Buffer }, Failure>> {
  const path = join(folder, JOURNAL_FILE);
  try {
    // A device or a pipe might never come to its end.
    if (!(await stat(path)).isFile()) return err(untrusted(path, 'it is not a file'));
    const bytes = await readFile(path);
    const decoded = decodeJournal(bytes);
    return decoded.sound ? ok({ ...decoded, bytes }) : err(damaged(path, decoded));
  } catch (error) {
    return err(unreadable(folder, error as NodeJS.ErrnoException));
  }
}

function damaged(path: string, { line, problem, newer }: Unsound): Failure {
  return { ...untrusted(`line ${line} of ${path}`, problem), ...(newer === undefined ? {} : { newer }) };
}

function untrusted(what: string, problem: string): Extract<Failure, { reason: 'damaged' }> {
  return {
    reason: 'damaged',
    message: `${what} cannot be trusted: ${problem}`,
    hint: 'the file was left as it is; the work itself is in the branches and refs of the run',
  };
}

function unreadable(folder: string, error: NodeJS.ErrnoException): Failure {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return { reason: 'no-run', run: basename(folder), known: [] };
  return {
    reason: 'environment',
    code: 'E_JOURNAL_READ',
    message: `the journal in ${folder} cannot be read: ${error.message}`,
    hint: 'make the git directory readable for this user',
  };
}
