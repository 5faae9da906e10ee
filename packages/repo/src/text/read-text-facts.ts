import type { IndexedFile, TextFacts, TextPostings, TreeReader } from '@breakwater/model';
import { countTerms, termHash } from '@breakwater/text';
import { visitContents } from '../visit-contents.js';
import { isTextFile } from './is-text-file.js';

export interface TextRequest {
  readonly tree: TreeReader;
  /** Those of the index. */
  readonly files: readonly IndexedFile[];
  /** Keys of `readTerms`. */
  readonly terms: ReadonlySet<string>;
}

/** In which files the terms are, and how often. Reads every text of the commit. */
export async function readTextFacts({ tree, files, terms }: TextRequest): Promise<TextFacts> {
  const places = new Map(files.map((file, place) => [file, place] as const));
  const lengths = new Uint32Array(files.length);
  const found = new Map<string, { readonly files: number[]; readonly counts: number[] }>();
  const texts = files.filter(isTextFile);
  const asked = new Map([...terms].map((term) => [termHash(term), term] as const));
  await visitContents(tree, texts, (file, bytes) => {
    const place = places.get(file) ?? 0;
    const { length, hashes, counts } = countTerms(bytes);
    lengths[place] = length;
    for (const [n, hash] of hashes.entries()) {
      const term = asked.get(hash);
      if (term === undefined) continue;
      const postings = found.get(term) ?? { files: [], counts: [] };
      postings.files.push(place);
      postings.counts.push(counts[n] ?? 0);
      found.set(term, postings);
    }
  });
  const sum = lengths.reduce((all, length) => all + length, 0);
  return { files: texts.length, averageLength: sum / Math.max(1, texts.length), lengths, postings: packed(found) };
}

function packed(
  found: ReadonlyMap<string, { readonly files: number[]; readonly counts: number[] }>,
): ReadonlyMap<string, TextPostings> {
  return new Map(
    [...found].map(([term, { files, counts }]) => [term, { files: Uint32Array.from(files), counts: Uint32Array.from(counts) }]),
  );
}
