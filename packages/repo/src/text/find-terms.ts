import type { TextFacts, TextPostings } from '@breakwater/model';
import { type TermCounts, termHash } from '@breakwater/text';

/** The terms of every file, in the order of the index; undefined for one whose text is not read. */
export type Texts = readonly (TermCounts | undefined)[];

interface Found {
  readonly files: number[];
  readonly counts: number[];
}

/** In which files the terms, keys of `readTerms`, are and how often. Linear in the terms of all files. */
export function findTerms(texts: Texts, terms: Iterable<string>): TextFacts {
  const asked = [...new Set(terms)].map((term) => ({ term, hash: termHash(term) }));
  const found = new Map<number, Found>(asked.map(({ hash }) => [hash, { files: [], counts: [] }]));
  const mayBeAsked = sieveOf(asked.map(({ hash }) => hash));
  for (const [file, text] of texts.entries()) {
    if (text !== undefined) noteFound(file, text, mayBeAsked, found);
  }
  const lengths = Uint32Array.from(texts, (text) => text?.length ?? 0);
  const read = texts.filter((text) => text !== undefined).length;
  const postings = asked.flatMap(({ term, hash }): readonly (readonly [string, TextPostings])[] => {
    const { files, counts } = found.get(hash) ?? { files: [], counts: [] };
    return files.length === 0 ? [] : [[term, { files: Uint32Array.from(files), counts: Uint32Array.from(counts) }]];
  });
  const sum = lengths.reduce((all, length) => all + length, 0);
  return { files: read, averageLength: sum / Math.max(1, read), lengths, postings: new Map(postings) };
}

function noteFound(file: number, text: TermCounts, mayBeAsked: Uint8Array, found: ReadonlyMap<number, Found>): void {
  const { hashes } = text;
  let counts: Uint8Array | undefined;
  for (let n = 0; n < hashes.length; n += 1) {
    const hash = hashes[n] ?? 0;
    if (mayBeAsked[hash & LOW] === 0) continue;
    const postings = found.get(hash);
    if (postings === undefined) continue;
    counts ??= text.counts;
    postings.files.push(file);
    postings.counts.push(counts[n] ?? 0);
  }
}

const LOW = 0xffff;

/** One byte for each ending of a hash that is asked for: nearly all that is not asked for is told by it alone. */
function sieveOf(hashes: readonly number[]): Uint8Array {
  const sieve = new Uint8Array(LOW + 1);
  for (const hash of hashes) sieve[hash & LOW] = 1;
  return sieve;
}
