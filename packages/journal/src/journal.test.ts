import { describe, expect, it } from 'vitest';
import { decodeJournal } from './decode-journal.js';
import { type JournalFile, journalOn } from './journal.js';
import { aClock, aNote } from './testing.js';

/** A file in memory whose `failing`th write is refused. */
function aFile(failing = Number.POSITIVE_INFINITY) {
  const written: Buffer[] = [];
  let writes = 0;
  let closed = false;
  const file = {
    write: async (bytes: Buffer, offset: number, length: number) => {
      writes += 1;
      // Let others in, as a disk would: only a queue keeps the lines in order.
      await new Promise((resolve) => setImmediate(resolve));
      if (writes === failing) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      written.push(Buffer.from(bytes.subarray(offset, offset + length)));
      return { bytesWritten: length, buffer: bytes };
    },
    datasync: async () => undefined,
    close: async () => {
      closed = true;
    },
  };
  return {
    file: file as unknown as JournalFile,
    decoded: () => decodeJournal(Buffer.concat(written)),
    isClosed: () => closed,
  };
}

const start = (seq = 0) => ({ path: '/runs/7f3a/journal.jsonl', seq, now: aClock() });

describe('append', () => {
  it('numbers and dates what it is given, and answers with the record', async () => {
    const { file } = aFile();
    const journal = journalOn(file, start(5));
    expect(await journal.append(aNote('one'))).toEqual({ v: 1, seq: 5, t: '2026-01-01T00:00:00.000Z', event: aNote('one') });
    expect(await journal.append(aNote('two'))).toMatchObject({ seq: 6, t: '2026-01-01T00:00:01.000Z' });
  });

  it('keeps the order of the calls, however many are made at once', async () => {
    const { file, decoded } = aFile();
    const journal = journalOn(file, start());
    const records = await Promise.all(Array.from({ length: 50 }, (_, n) => journal.append(aNote(`${n}`))));
    expect(records.map((record) => record.seq)).toEqual(Array.from({ length: 50 }, (_, n) => n));
    expect(decoded()).toMatchObject({ sound: true, torn: false, records });
  });

  it('rejects when the disk refuses, and ever after, for what followed would have a gap', async () => {
    const { file, decoded } = aFile(2);
    const journal = journalOn(file, start());
    const [one, two, three] = await Promise.allSettled(['one', 'two', 'three'].map((text) => journal.append(aNote(text))));
    const message =
      'the journal /runs/7f3a/journal.jsonl cannot be written, so nothing more is started: ENOSPC: no space left on device, write';
    expect(one).toMatchObject({ status: 'fulfilled' });
    expect(two).toMatchObject({ status: 'rejected', reason: { message } });
    expect(three).toMatchObject({ status: 'rejected', reason: { message } });
    await expect(journal.append(aNote('four'))).rejects.toThrow('cannot be written');
    expect(decoded()).toMatchObject({ sound: true, records: [{ seq: 0 }] });
  });
});

describe('close', () => {
  it('waits for what is under way, and takes nothing more', async () => {
    const { file, decoded, isClosed } = aFile();
    const journal = journalOn(file, start());
    const appended = journal.append(aNote('one'));
    await journal.close();
    expect(isClosed()).toBe(true);
    expect(decoded()).toMatchObject({ records: [await appended] });
    await expect(journal.append(aNote('two'))).rejects.toThrow('is closed');
  });
});
