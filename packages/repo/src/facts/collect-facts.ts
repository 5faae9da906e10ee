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
  const missed = new Map<string, number[]>();
  for (const [place, file] of files.entries()) {
    const mark = kind.markOf(file);
    if (mark === undefined) continue;
    const key = `${file.blob} ${mark}`;
    const kept = keptFact(kind, cache.get(key));
    if (kept !== undefined) facts[place] = kept;
    else noteMissed(missed, key, place);
  }
  const unread = [...missed].flatMap(([key, places]): readonly Unread[] => {
    const file = files[places[0] ?? 0];
    if (file === undefined) return [];
    return [{ blob: file.blob, read: (bytes) => note(key, places, kind.read(file.path, bytes)) }];
  });

  function note(key: string, places: readonly number[], fact: Fact): void {
    for (const place of places) facts[place] = fact;
    cache.put(key, kind.encode(fact));
  }

  return { facts, unread };
}

function noteMissed(missed: Map<string, number[]>, key: string, place: number): void {
  const places = missed.get(key);
  if (places === undefined) missed.set(key, [place]);
  else places.push(place);
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
