import type { TextFacts, TextPostings } from '@breakwater/model';
import { type TermCounts, termHash } from '@breakwater/text';

/** The terms of every file, in the order of the index; undefined for one whose text is not read. */
export type Texts = readonly (TermCounts | undefined)[];

/** In which files the terms, keys of `readTerms`, are and how often. Linear in the terms of all files. */
export function findTerms(texts: Texts, terms: Iterable<string>): TextFacts {
  const asked = [...new Set(terms)].map((term) => ({ term, hash: termHash(term) }));
  const found = new Map<number, GrowingPostings>(asked.map(({ hash }) => [hash, new GrowingPostings()]));
  const mayBeAsked = sieveOf(asked.map(({ hash }) => hash));
  const lengths = new Uint32Array(texts.length);
  let [read, sum] = [0, 0];
  for (let file = 0; file < texts.length; file += 1) {
    const text = texts[file];
    if (text === undefined) continue;
    const { length } = text;
    lengths[file] = length;
    read += 1;
    sum += length;
    noteFound(file, text, mayBeAsked, found);
  }
  const all = asked.map(({ term, hash }) => [term, (found.get(hash) ?? new GrowingPostings()).all()] as const);
  const postings = new Map(all.filter(([, { files }]) => files.length > 0));
  return { files: read, averageLength: sum / Math.max(1, read), lengths, postings };
}

function noteFound(file: number, text: TermCounts, mayBeAsked: Uint8Array, found: ReadonlyMap<number, GrowingPostings>): void {
  const { hashes } = text;
  let counts: Uint8Array | undefined;
  for (let n = 0; n < hashes.length; n += 1) {
    const hash = hashes[n] ?? 0;
    if (mayBeAsked[hash & LOW] === 0) continue;
    const postings = found.get(hash);
    if (postings === undefined) continue;
    counts ??= text.counts;
    postings.add(file, counts[n] ?? 0);
  }
}

/** A common word is in every file: as lists of objects these would be most of what a plan of a large repository allocates. */
class GrowingPostings {
  private files: Uint32Array = new Uint32Array(16);
  private counts: Uint32Array = new Uint32Array(16);
  private size = 0;

  add(file: number, count: number): void {
    if (this.size === this.files.length) {
      this.files = doubled(this.files);
      this.counts = doubled(this.counts);
    }
    this.files[this.size] = file;
    this.counts[this.size] = count;
    this.size += 1;
  }

  all(): TextPostings {
    return { files: this.files.subarray(0, this.size), counts: this.counts.subarray(0, this.size) };
  }
}

function doubled(numbers: Uint32Array): Uint32Array {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

const LOW = 0xffff;

/** One byte for each ending of a hash that is asked for: nearly all that is not asked for is told by it alone. */
function sieveOf(hashes: readonly number[]): Uint8Array {
  const sieve = new Uint8Array(LOW + 1);
  for (const hash of hashes) sieve[hash & LOW] = 1;
  return sieve;
}
