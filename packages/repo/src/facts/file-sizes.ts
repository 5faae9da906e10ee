import type { TreeEntry, TreeReader } from '@breakwater/model';
import type { Cache } from '../cache/cache.js';

const QUESTION = 'size';
/** What is larger than four bytes can tell is not kept. */
const LARGEST_KEPT = 0xffff_ffff;
/** The size of a content that this copy of the repository does not hold: too large to read, whatever the limit. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

/** Bytes of each file. Git looks at every object to answer that, so it is asked only for contents that were never seen. */
export async function fileSizes(tree: TreeReader, entries: readonly TreeEntry[], cache: Cache): Promise<readonly number[]> {
  const kept = entries.map(({ blob }) => keptSize(cache.get(blob, QUESTION)));
  const unseen = [...new Set(entries.flatMap(({ blob }, place) => (kept[place] === undefined ? [blob] : [])))];
  const asked = await tree.sizes(unseen);
  const found = new Map(unseen.map((blob, n) => [blob, asked[n]]));
  for (const [blob, size] of found) if (size !== undefined && size <= LARGEST_KEPT) cache.put(blob, QUESTION, encode(size));
  return entries.map(({ blob }, place) => kept[place] ?? found.get(blob) ?? UNKNOWN);
}

function keptSize(bytes: Uint8Array | undefined): number | undefined {
  if (bytes?.length !== Uint32Array.BYTES_PER_ELEMENT) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}

function encode(size: number): Uint8Array {
  const bytes = Buffer.alloc(Uint32Array.BYTES_PER_ELEMENT);
  bytes.writeUInt32LE(size);
  return bytes;
}
