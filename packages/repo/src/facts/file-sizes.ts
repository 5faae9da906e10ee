import type { TreeEntry, TreeReader } from '@breakwater/model';
import type { Cache } from '../cache/cache.js';
import { fourBytes, numberIn } from './four-bytes.js';

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
  for (const [blob, size] of found) if (size !== undefined && size <= LARGEST_KEPT) cache.put(blob, QUESTION, fourBytes(size));
  return entries.map(({ blob }, place) => kept[place] ?? found.get(blob) ?? UNKNOWN);
}

function keptSize(bytes: Uint8Array | undefined): number | undefined {
  return bytes?.length === Uint32Array.BYTES_PER_ELEMENT ? numberIn(bytes) : undefined;
}
