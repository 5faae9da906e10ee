import type { Recorded } from '@breakwater/model';
import { isKnownRecord } from './known-events.js';
import { decodeLine } from './line.js';

/** What the bytes of a journal say. */
export type Decoded = Sound | Unsound;

export interface Sound {
  readonly sound: true;
  readonly records: readonly Recorded[];
  /** Bytes that hold these records. */
  readonly length: number;
  /** What stands after them is a write that a crash cut short. */
  readonly torn: boolean;
}
export interface Unsound {
  readonly sound: false;
  /** The first bad line, counted from 1. */
  readonly line: number;
  readonly problem: string;
  /** Sound, but beyond what this version understands. */
  readonly newer?: true;
}

/** Takes records as long as length, checksum and sequence fit. Pure; linear in the bytes. */
export function decodeJournal(bytes: Buffer): Decoded {
  const records: Recorded[] = [];
  let at = 0;
  while (at < bytes.length) {
    const line = decodeLine(bytes, at);
    if (line.line === 'torn') return { sound: true, records, length: at, torn: true };
    if (line.line === 'damaged') return unsound(records, 'its bytes were changed after they were written');
    const record = accept(line.record, records);
    if (typeof record === 'string')
      return { ...unsound(records, record), ...(isKnownRecord(line.record) ? {} : { newer: true }) };
    records.push(record);
    at = line.end;
  }
  return { sound: true, records, length: at, torn: false };
}

function unsound(before: readonly Recorded[], problem: string): Unsound {
  return { sound: false, line: before.length + 1, problem };
}

/** The record, or what is wrong with it. */
function accept(record: unknown, before: readonly Recorded[]): Recorded | string {
  if (!isKnownRecord(record)) return `it was written by a newer version of Breakwater${startedBy(before)}`;
  if (record.seq !== before.length) return `it has number ${record.seq} where ${before.length} was expected`;
  return record;
}

function startedBy(records: readonly Recorded[]): string {
  const first = records[0]?.event;
  return first?.ev === 'run-started' ? ` (the run was started by ${first.version})` : '';
}
