import type { WordTable } from '../ground/word-table.js';
import type { Query } from '../text/query-of.js';
import { saturated } from './bm25.js';
import { add, rankBy, type Scores } from './scores.js';

/** How well the files' paths fit the query, by BM25. Time grows with the postings of the query's words. */
export function pathScores(query: Query, words: WordTable, isGuessed: readonly boolean[]): Scores {
  const of = new Float64Array(isGuessed.length);
  for (const [term, { weight }] of query) {
    const found = words.postings(term);
    if (found === undefined) continue;
    const { files, counts } = found;
    for (let n = 0; n < files.length; n += 1) {
      const file = files[n] ?? 0;
      if (isGuessed[file]) add(of, file, weight * found.idf * saturated(counts[n] ?? 0, words.relativeLength(file)));
    }
  }
  return rankBy(of);
}
