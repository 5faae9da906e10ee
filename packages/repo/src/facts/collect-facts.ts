import type { BlobId, IndexedFile, TreeReader } from '@breakwater/model';
import type { Cache } from '../cache/cache.js';
import { visitContents } from '../visit-contents.js';
import type { FactKind } from './fact-kind.js';

/** The facts of one kind about the files of a commit. */
export interface Collection<Fact> {
  /** What is known of a file; undefined for one that is not read for this kind. Only after `readUnread`. */
  readonly of: (file: IndexedFile) => Fact | undefined;
  readonly unread: readonly Unread[];
}

/** A content nothing is known of yet. */
interface Unread {
  readonly blob: BlobId;
  readonly read: (bytes: Uint8Array) => void;
}

/** Takes what the cache has, and says what has to be read. */
export function collectFacts<Fact>(kind: FactKind<Fact>, files: readonly IndexedFile[], cache: Cache): Collection<Fact> {
  const known = new Map<string, Fact>();
  const asked = new Set<string>();
  const unread: Unread[] = [];
  for (const file of files) {
    const key = keyOf(kind, file);
    if (key === undefined || asked.has(key)) continue;
    asked.add(key);
    const kept = keptFact(kind, cache.get(key));
    if (kept !== undefined) known.set(key, kept);
    else unread.push({ blob: file.blob, read: (bytes) => keep(key, kind.read(file.path, bytes)) });
  }

  function keep(key: string, fact: Fact): void {
    known.set(key, fact);
    cache.put(key, kind.encode(fact));
  }

  return { unread, of: (file) => known.get(keyOf(kind, file) ?? '') };
}

/** Reads every content once for all kinds, in one pass. */
export async function readUnread(tree: TreeReader, collections: readonly Collection<unknown>[]): Promise<void> {
  const unread = collections.flatMap((collection) => collection.unread);
  await visitContents(tree, unread, ({ read }, bytes) => read(bytes));
}

function keyOf(kind: Pick<FactKind<unknown>, 'markOf'>, file: IndexedFile): string | undefined {
  const mark = kind.markOf(file);
  return mark === undefined ? undefined : `${file.blob} ${mark}`;
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
