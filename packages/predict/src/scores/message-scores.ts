import type { PastTable } from '../history/past-table.js';
import type { Query } from '../text/query-of.js';
import { saturated } from './bm25.js';
import { add, rankBy, type Scores } from './scores.js';

/** Long lists of messages are long because the file changes often, which is no fault; so length counts less than for texts. */
const B = 0.5;

/**
 * How well the messages of the commits that changed a file fit the query: BM25 over all of them as one text. A commit of many files
 * tells less about each: it counts by the root of their number.
 */
export function messageScores(query: Query, past: PastTable, size: number): Scores {
  const lengths = messageLengths(past, size);
  const of = new Float64Array(size);
  for (const [term, { weight }] of query) {
    const counts = new Map<number, number>();
    for (const place of past.postings(term)) {
      const files = past.changes[place]?.files ?? [];
      for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1 / Math.sqrt(files.length));
    }
    for (const [file, count] of counts) add(of, file, weight * past.idf(term) * saturated(count, lengths[file] ?? 0, B));
  }
  return rankBy(of);
}

const lengthsOf = new WeakMap<PastTable, Float64Array>();

function messageLengths(past: PastTable, size: number): Float64Array {
  const known = lengthsOf.get(past) ?? sumLengths(past, size);
  lengthsOf.set(past, known);
  return known;
}

/** Terms of all messages of a file, divided by the mean over files that ever changed. */
function sumLengths({ changes }: PastTable, size: number): Float64Array {
  const lengths = new Float64Array(size);
  for (const { files, terms } of changes) for (const file of files) add(lengths, file, terms.length);
  const changed = lengths.reduce((count, length) => count + Number(length > 0), 0);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, changed);
  return lengths.map((length) => length / Math.max(1, mean));
}
