import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache } from './cache.js';
import { Entries } from './entries.js';
import { readPacked, remove, TEMPORARY, writePacked } from './packed-file.js';
import { decodeSegment, encodeSegment, type Lookup } from './segment.js';

/** With more segments than these, or more bytes, what the present commit needs is written as one and the rest forgotten. */
export interface CacheLimits {
  readonly segments: number;
  readonly bytes: number;
}

const LIMITS: CacheLimits = { segments: 8, bytes: 128_000_000 };
const SEGMENT = /^facts-[0-9a-f]+$/;

interface Segment {
  readonly path: string;
  readonly bytes: number;
  readonly get: Lookup;
}

/**
 * A cache in a folder: segments that never change once they are there, each with all its plan had to find out. A second process
 * adds its own or finds one gone, and misses at most what it then reads again. A folder that cannot be read or written keeps nothing.
 */
export async function openCache(folder: string, limits: CacheLimits = LIMITS): Promise<Cache> {
  const segments: Segment[] = [];
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const content = await readPacked(path);
    if (content !== undefined) segments.push({ path, bytes: content.length, get: decodeSegment(content) });
  }
  return cacheOf({ folder, limits, segments });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => SEGMENT.test(name)).sort();
}

interface Opened {
  readonly folder: string;
  readonly limits: CacheLimits;
  readonly segments: readonly Segment[];
}

function cacheOf(opened: Opened): Cache {
  const [used, fresh] = [new Map<string, string[]>(), new Entries()];
  return {
    get: (name, question) => {
      const answer = fresh.get(name, question) ?? keptIn(opened.segments, name, question);
      if (answer !== undefined) noteUsed(used, name, question);
      return answer;
    },
    put: (name, question, answer) => fresh.put({ name, question, answer }),
    save: () => save(opened, used, fresh),
  };
}

function keptIn(segments: readonly Segment[], name: string, question: string): Uint8Array | undefined {
  for (const segment of segments) {
    const answer = segment.get(name, question);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function noteUsed(used: Map<string, string[]>, name: string, question: string): void {
  const names = used.get(question);
  if (names === undefined) used.set(question, [name]);
  else names.push(name);
}

/** Names by question. */
type Used = ReadonlyMap<string, readonly string[]>;

async function save({ folder, limits, segments }: Opened, used: Used, fresh: Entries): Promise<void> {
  if (fresh.isEmpty) return;
  const size = segments.reduce((sum, { bytes }) => sum + bytes, 0);
  const isFull = segments.length >= limits.segments || size > limits.bytes;
  if (isFull) addUsed(fresh, used, segments);
  const content = encodeSegment(fresh);
  fresh.clear();
  const written = await writePacked(folder, nameOf(content), content);
  if (!written || !isFull) return;
  for (const { path } of segments) if (path !== join(folder, nameOf(content))) await remove(path);
  await removeLeftovers(folder, nameOf(content));
}

function addUsed(fresh: Entries, used: Used, segments: readonly Segment[]): void {
  for (const [question, names] of used) {
    for (const name of names) {
      const answer = keptIn(segments, name, question);
      if (answer !== undefined && fresh.get(name, question) === undefined) fresh.put({ name, question, answer });
    }
  }
}

/** Equal contents get equal names, so two processes that find out the same write one file. */
function nameOf(content: Uint8Array): string {
  return `facts-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
}

/** Longer than any write takes. Milliseconds. */
const LONG_AGO = 3_600_000;

/** Files that a killed process left half written; how old they are is told by a file just written. */
async function removeLeftovers(folder: string, justWritten: string): Promise<void> {
  const now = (await stat(join(folder, justWritten)).catch(() => undefined))?.mtimeMs ?? 0;
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(TEMPORARY)) continue;
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > LONG_AGO) await remove(join(folder, name));
  }
}
