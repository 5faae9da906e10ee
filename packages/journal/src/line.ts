import { createHash } from 'node:crypto';
import type { Recorded } from '@breakwater/model';

/**
 * One record as a line: `length checksum json`, the length in bytes of the JSON. The length tells a line that was cut from one
 * that was changed, the checksum tells both from one that is whole.
 */
export function encodeLine(record: Recorded): Buffer {
  const json = Buffer.from(JSON.stringify(record), 'utf8');
  return Buffer.concat([Buffer.from(`${json.length} ${checksum(json)} `, 'latin1'), json, Buffer.from('\n', 'latin1')]);
}

/** What stands at an offset of a journal. `record` is not yet known to be one of ours, only to be what was written. */
export type Line =
  | { readonly line: 'whole'; readonly record: unknown; readonly end: number }
  /** The last line, cut short by a crash. */
  | { readonly line: 'torn' }
  /** Anything else: bytes that were changed after they were written. */
  | { readonly line: 'damaged' };

export function decodeLine(bytes: Buffer, start: number): Line {
  const header = readHeader(bytes, start);
  if (header === undefined) return tornOrDamaged(bytes, start);
  const end = header.start + header.length;
  const json = bytes.subarray(header.start, end);
  if (json.length < header.length || checksum(json) !== header.checksum) return tornOrDamaged(bytes, start);
  // The record is whole and its line break is not: only a line after it shows that it once was.
  if (bytes[end] !== NEWLINE) return bytes.includes(NEWLINE, end) ? { line: 'damaged' } : { line: 'torn' };
  return { line: 'whole', record: JSON.parse(json.toString('utf8')), end: end + 1 };
}

const NEWLINE = 0x0a;
const LONGEST_HEADER = 40;
const HEADER = /^(\d{1,15}) ([0-9a-f]{16}) /;

function readHeader(bytes: Buffer, start: number) {
  const match = HEADER.exec(bytes.toString('latin1', start, start + LONGEST_HEADER));
  const [whole, length, sum] = match ?? [];
  if (whole === undefined || length === undefined || sum === undefined) return undefined;
  return { start: start + whole.length, length: Number(length), checksum: sum };
}

/** JSON escapes line breaks, so a newline before the end of the file means that later lines were written after this one. */
function tornOrDamaged(bytes: Buffer, start: number): Line {
  const newline = bytes.indexOf(NEWLINE, start);
  return newline === -1 || newline === bytes.length - 1 ? { line: 'torn' } : { line: 'damaged' };
}

/** The first 16 hexadecimal digits of SHA-256. */
function checksum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
