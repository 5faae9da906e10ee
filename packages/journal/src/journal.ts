import type { FileHandle } from 'node:fs/promises';
import type { Recorded, RunEvent } from '@breakwater/model';
import { JournalError } from './journal-error.js';
import { encodeLine } from './line.js';
import { notWritable } from './not-writable.js';
import { writeDurably } from './write-durably.js';

/** Where a run's journal is kept, and the clock for the times in it. */
export interface JournalPlace {
  readonly folder: string;
  readonly now: () => Date;
}

/** The record of a run, open for writing. One writer at a time: the orchestrator that holds the repository. */
export interface Journal {
  /** Durable when it answers. Rejects when the disk refuses; from then on every append rejects, for what follows would have a gap. */
  append(event: RunEvent): Promise<Recorded>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** The part of an open file that appending needs. */
export type JournalFile = Pick<FileHandle, 'write' | 'datasync' | 'close'>;

/** Appends after `seq` records already there. */
export function journalOn(
  file: JournalFile,
  start: { readonly path: string; readonly seq: number; readonly now: () => Date },
): Journal {
  let seq = start.seq;
  let broken: Error | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function write(event: RunEvent): Promise<Recorded> {
    if (broken !== undefined) throw broken;
    const record: Recorded = { v: 1, seq, t: start.now().toISOString(), event };
    try {
      await writeDurably(file, encodeLine(record));
    } catch (cause) {
      broken = new JournalError(
        notWritable(`the journal ${start.path} cannot be written, so nothing more is started`, cause),
        cause,
      );
      throw broken;
    }
    seq += 1;
    return record;
  }

  return {
    append: (event) => {
      const written = last.then(() => write(event));
      last = written.catch(() => undefined);
      return written;
    },
    close: async () => {
      await last;
      broken ??= new Error(`Internal error: the journal ${start.path} is closed`);
      await file.close();
    },
  };
}
