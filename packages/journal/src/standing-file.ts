import { type FileHandle, lstat, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { JournalFile } from './journal.js';
import { writeDurably } from './write-durably.js';

/**
 * A journal that outlives its own deletion: what somebody removes while the run goes on is written again, whole, before the next
 * record. Without that the records would go on into a file that no name leads to. `before`: what it held when it was opened.
 */
export function standingFile(opened: FileHandle, path: string, before: Buffer = Buffer.alloc(0)): JournalFile {
  let file = opened;
  const written: Buffer[] = [before];

  async function stand(): Promise<void> {
    const [held, named] = await Promise.all([file.stat(), lstat(path).catch(() => undefined)]);
    if (named !== undefined && named.ino === held.ino && named.dev === held.dev) return;
    await file.close().catch(() => undefined);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // What somebody put there is taken away: two journals in one could not be told apart, and a link may lead to what is not ours.
    await rm(path, { force: true });
    file = await open(path, 'ax', 0o600);
    await writeDurably(file, Buffer.concat(written));
  }

  return {
    write: (async (bytes: Buffer, offset: number, length: number) => {
      await stand();
      const done = await file.write(bytes, offset, length, null);
      written.push(Buffer.from(bytes.subarray(offset, offset + done.bytesWritten)));
      return done;
    }) as JournalFile['write'],
    datasync: () => file.datasync(),
    close: () => file.close(),
  };
}
