import type { BlobId, IndexedFile, TreeReader } from '@breakwater/model';
import type { Cache } from '../cache/cache.js';
import { type OnRead, visitContents } from '../visit-contents.js';
import type { FactKind } from './fact-kind.js';

/** The facts of one kind about the files of a commit. */
export interface Collection<Fact> {
  /** What is known of each file, in their order; undefined for one that is not read for this kind. Complete after `readUnread`. */
  readonly facts: readonly (Fact | undefined)[];
  readonly unread: readonly Unread[];
}

/** A content nothing is known of yet. */
interface Unread {
  readonly blob: BlobId;
  readonly read: (bytes: Uint8Array) => void;
}

/** Takes what the cache has, and says what has to be read: files with equal contents and marks have one key, and are read once. */
export function collectFacts<Fact>(kind: FactKind<Fact>, files: readonly IndexedFile[], cache: Cache): Collection<Fact> {
  const facts = new Array<Fact | undefined>(files.length).fill(undefined);
  const missed = new Map<string, Missed>();
  for (const [place, file] of files.entries()) {
    const mark = kind.markOf(file);
    if (mark === undefined) continue;
    const kept = keptFact(kind, cache.get(file.blob, mark));
    if (kept !== undefined) facts[place] = kept;
    else noteMissed(missed, { file, mark }, place);
  }
  const unread = [...missed.values()].map(({ file, mark, places }): Unread => {
    const read = (bytes: Uint8Array): void => {
      const fact = kind.read(file.path, bytes);
      for (const place of places) facts[place] = fact;
      cache.put(file.blob, mark, kind.encode(fact));
    };
    return { blob: file.blob, read };
  });
  return { facts, unread };
}

/** What no cache has, and the places of all files that share it. */
interface Missed {
  readonly file: IndexedFile;
  readonly mark: string;
  readonly places: number[];
}

function noteMissed(missed: Map<string, Missed>, { file, mark }: Omit<Missed, 'places'>, place: number): void {
  const key = `${file.blob} ${mark}`;
  const same = missed.get(key);
  if (same === undefined) missed.set(key, { file, mark, places: [place] });
  else same.places.push(place);
}

/** Reads every content once for all kinds, in one pass. */
export async function readUnread(tree: TreeReader, collections: readonly Collection<unknown>[], onRead?: OnRead): Promise<void> {
  const unread = collections.flatMap((collection) => collection.unread);
  await visitContents(tree, unread, ({ read }, bytes) => read(bytes), onRead);
}

/** What cannot be decoded counts as never kept. */
function keptFact<Fact>({ decode }: FactKind<Fact>, bytes: Uint8Array | undefined): Fact | undefined {
  if (bytes === undefined) return undefined;
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}
