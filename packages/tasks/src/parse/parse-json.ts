import type { Diagnostic } from '@breakwater/model';
import { codeOf, diagnosticOf } from '../text/fault.js';
import { quoted } from '../text/quoted.js';
import type { Source, Spot } from '../text/source.js';
import { DEEP_HINT, DEEPEST } from './limits.js';
import type { Located, LocatedEntry, LocatedScalar } from './located.js';
import { mapEntries } from './map-entries.js';
import { type Parsed, unreadable } from './parsed.js';

/**
 * Strict JSON (RFC 8259) that remembers places and sees duplicate keys; JSON.parse does neither. The first syntax fault
 * ends it.
 */
export function parseJson(source: Source): Parsed {
  const reader: Reader = { source, at: 0, faults: [] };
  skipSpace(reader);
  if (reader.at === source.text.length) return { value: undefined, faults: [] };
  try {
    const value = readValue(reader, 1);
    skipSpace(reader);
    if (reader.at < source.text.length) stop(reader, 'something follows the end of the value');
    return { value, faults: reader.faults };
  } catch (error) {
    if (error instanceof Stop) return unreadable([error.diagnostic]);
    throw error;
  }
}

interface Reader {
  readonly source: Source;
  at: number;
  readonly faults: Diagnostic[];
}

/** Leaves the recursion; never leaves this file. */
class Stop extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

function stop(reader: Reader, message: string, fault: 'SYNTAX' | 'LIMIT' = 'SYNTAX'): never {
  const { source, at } = reader;
  const limit = fault === 'LIMIT';
  const hint = limit ? DEEP_HINT : 'JSON has no comments, no trailing commas and quotes every key; YAML files may have them.';
  const found = { code: codeOf(source.area, fault), message: limit ? message : `this is not JSON: ${message}`, hint };
  throw new Stop(diagnosticOf({ ...found, at: { source, start: at, end: at + 1 } }));
}

function skipSpace(reader: Reader): void {
  const { text } = reader.source;
  while (' \t\r\n'.includes(text[reader.at] ?? 'x')) reader.at += 1;
}

function readValue(reader: Reader, depth: number): Located {
  if (depth > DEEPEST) stop(reader, `values lie more than ${DEEPEST} levels deep`, 'LIMIT');
  const next = reader.source.text[reader.at];
  if (next === '{') return readMap(reader, depth);
  if (next === '[') return readList(reader, depth);
  return readScalar(reader);
}

function readMap(reader: Reader, depth: number): Located {
  const start = reader.at;
  const entries: LocatedEntry[] = [];
  readMembers(reader, '}', () => {
    const key = readScalar(reader);
    if (typeof key.value !== 'string') {
      reader.at = key.spot.start;
      stop(reader, `a key in double quotes is expected, not ${quoted(key.written)}`);
    }
    skipSpace(reader);
    take(reader, ':');
    skipSpace(reader);
    entries.push({ key: key.value, keySpot: key.spot, value: readValue(reader, depth + 1) });
  });
  return { kind: 'map', spot: spotSince(reader, start), entries: mapEntries(entries, reader.faults) };
}

function readList(reader: Reader, depth: number): Located {
  const start = reader.at;
  const items: Located[] = [];
  readMembers(reader, ']', () => items.push(readValue(reader, depth + 1)));
  return { kind: 'list', spot: spotSince(reader, start), items };
}

/** What is between brackets, separated by commas; a comma is always followed by another member. */
function readMembers(reader: Reader, close: string, readMember: () => void): void {
  reader.at += 1;
  skipSpace(reader);
  let more = reader.source.text[reader.at] !== close;
  while (more) {
    readMember();
    skipSpace(reader);
    more = reader.source.text[reader.at] === ',';
    if (more) reader.at += 1;
    skipSpace(reader);
  }
  take(reader, close);
}

function take(reader: Reader, expected: string): void {
  if (reader.source.text[reader.at] !== expected) stop(reader, `${quoted(expected)} is expected, not ${foundAt(reader)}`);
  reader.at += 1;
}

function foundAt({ source, at }: Reader): string {
  return at >= source.text.length ? 'the end of the file' : quoted(String.fromCodePoint(source.text.codePointAt(at) ?? 0));
}

function spotSince({ source, at }: Reader, start: number): Spot {
  return { source, start, end: at };
}

/** A text, number, true, false or null, by the grammar of RFC 8259; JSON.parse then gives its value. */
const SCALAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function unreadableScalar(reader: Reader): string {
  if (reader.source.text[reader.at] === '"') return 'this text has no end on its line, or an escape that JSON does not know';
  return `a value is expected, not ${foundAt(reader)}`;
}

function readScalar(reader: Reader): LocatedScalar {
  const start = reader.at;
  SCALAR.lastIndex = start;
  const written = SCALAR.exec(reader.source.text)?.[0];
  if (written === undefined) stop(reader, unreadableScalar(reader));
  reader.at += written.length;
  const value: LocatedScalar['value'] = JSON.parse(written);
  return { kind: 'scalar', spot: spotSince(reader, start), value, written };
}
