import type { RepositoryIndex, TextFacts, TextPostings } from '@breakwater/model';
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
  for (const [place, number] of numbers.entries()) lengths[number] = facts.lengths[place] ?? 0;
  const mean = Math.max(1, facts.averageLength);
  const postings = new Map([...facts.postings].map(([term, found]) => [term, guessedOnly(found, numbers, files)]));
  return {
    texts: facts.files,
    postings: (term) => postings.get(term) ?? NOWHERE,
    has: (term, file) => postings.get(term)?.files.includes(file) ?? false,
    idf: (term) => Math.log((facts.files + 1) / ((postings.get(term)?.files.length ?? 0) + 0.5)),
    relativeLength: (file) => (lengths[file] ?? 0) / mean,
  };
}

const NOWHERE: TextPostings = { files: new Uint32Array(), counts: new Uint32Array() };

function guessedOnly(found: TextPostings, numbers: readonly number[], { isGuessed }: FileTable): TextPostings {
  const kept = [...found.files.keys()].filter((n) => isGuessed[numbers[found.files[n] ?? 0] ?? 0]);
  return {
    files: Uint32Array.from(kept, (n) => numbers[found.files[n] ?? 0] ?? 0),
    counts: Uint32Array.from(kept, (n) => found.counts[n] ?? 0),
  };
}
