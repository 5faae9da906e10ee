import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { JOURNAL_FILE } from './journal-file.js';
import { syncFolder } from './sync-folder.js';
import { writeDurably } from './write-durably.js';

/** Copies a torn tail beside the journal, then cuts the journal back to its whole lines. Says what it did. */
export async function setTailAside(folder: string, tail: Buffer, length: number): Promise<string> {
  const { name, file } = await firstFreeName(folder);
  try {
    await writeDurably(file, tail);
  } finally {
    await file.close();
  }
  await syncFolder(folder);
  await cutBack(join(folder, JOURNAL_FILE), length);
  return `the last record was cut short by a crash; its ${tail.length} bytes were moved to ${name}`;
}

async function firstFreeName(folder: string): Promise<{ readonly name: string; readonly file: FileHandle }> {
  for (let n = 1; ; n += 1) {
    const name = `journal.torn-${n}`;
    try {
      return { name, file: await open(join(folder, name), 'wx', 0o600) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function cutBack(path: string, length: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.truncate(length);
    await file.datasync();
  } finally {
    await file.close();
  }
}
