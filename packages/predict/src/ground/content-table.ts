import type { RepositoryIndex, TextFacts, TextPostings } from '@breakwater/model';
import { lastAtMost } from '../scores/scores.js';
import type { FileTable } from './file-table.js';

/** In which texts the words of the briefs are, by file number; texts that a model may not guess are left out. */
export interface ContentTable {
  /** Texts that were read. */
  readonly texts: number;
  postings(term: string): TextPostings;
  has(term: string, file: number): boolean;
  /** How much the term tells about texts. */
  idf(term: string): number;
  /** Length of a text in words, divided by the mean. */
  relativeLength(file: number): number;
}

export function contentTable(index: RepositoryIndex, facts: TextFacts, files: FileTable): ContentTable {
  const numbers = index.files.map(({ path }) => files.numberOf(path) ?? 0);
  const lengths = new Float64Array(files.size);
  for (let place = 0; place < numbers.length; place += 1) lengths[numbers[place] ?? 0] = facts.lengths[place] ?? 0;
  const mean = Math.max(1, facts.averageLength);
  const postings = new Map([...facts.postings].map(([term, found]) => [term, guessedOnly(found, numbers, files)]));
  return {
    texts: facts.files,
    postings: (term) => postings.get(term) ?? NOWHERE,
    has: (term, file) => holds((postings.get(term) ?? NOWHERE).files, file),
    idf: (term) => Math.log((facts.files + 1) / ((postings.get(term)?.files.length ?? 0) + 0.5)),
    relativeLength: (file) => (lengths[file] ?? 0) / mean,
  };
}

/** Whether rising numbers have one among them. */
function holds(rising: Uint32Array, number: number): boolean {
  return rising[lastAtMost(rising, number)] === number;
}

const NOWHERE: TextPostings = { files: new Uint32Array(), counts: new Uint32Array() };

function guessedOnly(found: TextPostings, numbers: readonly number[], { isGuessed }: FileTable): TextPostings {
  const files = new Uint32Array(found.files.length);
  const counts = new Uint32Array(found.files.length);
  let kept = 0;
  for (let n = 0; n < found.files.length; n += 1) {
    const number = numbers[found.files[n] ?? 0] ?? 0;
    if (!isGuessed[number]) continue;
    files[kept] = number;
    counts[kept] = found.counts[n] ?? 0;
    kept += 1;
  }
  return { files: files.subarray(0, kept), counts: counts.subarray(0, kept) };
}
