import type { Recorded } from '@breakwater/model';
import { recorded } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { decodeJournal } from './decode-journal.js';
import { encodeLine } from './line.js';
import { aNote, STARTED } from './testing.js';

const records = recorded([STARTED, aNote('one'), aNote('ünï'), { ev: 'run-interrupted', why: 'SIGINT' }]);
const lines = records.map(encodeLine);
const whole = Buffer.concat(lines);
/** Offsets behind each line. */
const ends = lines.map((_, n) => Buffer.concat(lines.slice(0, n + 1)).length);

describe('decodeJournal', () => {
  it('reads whole journals, empty ones too', () => {
    expect(decodeJournal(whole)).toEqual({ sound: true, records, length: whole.length, torn: false });
    expect(decodeJournal(Buffer.alloc(0))).toEqual({ sound: true, records: [], length: 0, torn: false });
  });

  it('cut at any byte, keeps the lines that are whole and calls the rest torn', () => {
    for (let length = 0; length <= whole.length; length += 1) {
      const kept = ends.filter((end) => end <= length);
      const end = kept.at(-1) ?? 0;
      expect(decodeJournal(whole.subarray(0, length))).toEqual({
        sound: true,
        records: records.slice(0, kept.length),
        length: end,
        torn: end < length,
      });
    }
  });

  it('one flipped bit anywhere before the last line is damage, told with its line', () => {
    const last = ends.at(-2) ?? 0;
    for (let at = 0; at < last; at += 1) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const line = ends.findIndex((end) => at < end) + 1;
      expect(decodeJournal(bytes)).toEqual({ sound: false, line, problem: 'its bytes were changed after they were written' });
    }
  });

  it('any flipped bit in the last line costs that line and no other', () => {
    const last = ends.at(-2) ?? 0;
    for (let at = last; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x40;
      expect(decodeJournal(bytes)).toEqual({ sound: true, records: records.slice(0, -1), length: last, torn: true });
    }
  });

  it('a last record without its line break, the disk holding zeros instead, is torn', () => {
    const bytes = Buffer.concat([whole.subarray(0, -1), Buffer.alloc(512)]);
    expect(decodeJournal(bytes)).toEqual({ sound: true, records: records.slice(0, -1), length: ends.at(-2), torn: true });
  });

  it('lines that fit and are not in their order are damage, told with the first that is wrong', () => {
    const wrong = (order: readonly number[]) => decodeJournal(Buffer.concat(order.map((n) => lines[n] ?? Buffer.alloc(0))));
    expect(wrong([0, 2, 1])).toEqual({ sound: false, line: 2, problem: 'it has number 2 where 1 was expected' });
    expect(wrong([1, 2])).toEqual({ sound: false, line: 1, problem: 'it has number 1 where 0 was expected' });
    expect(wrong([0, 1, 1])).toEqual({ sound: false, line: 3, problem: 'it has number 1 where 2 was expected' });
  });

  it('of a newer version says who started the run only when that is known', () => {
    const newer = encodeLine({ ...records[0], v: 2 } as unknown as Recorded);
    expect(decodeJournal(newer)).toEqual({
      sound: false,
      line: 1,
      problem: 'it was written by a newer version of Breakwater',
      newer: true,
    });
  });

  it('zeros after the last line, as a power cut leaves them, are torn', () => {
    const bytes = Buffer.concat([whole, Buffer.alloc(512)]);
    expect(decodeJournal(bytes)).toEqual({ sound: true, records, length: whole.length, torn: true });
  });
});
