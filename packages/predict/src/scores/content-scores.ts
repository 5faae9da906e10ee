import type { ContentTable } from '../ground/content-table.js';
import type { Query } from '../text/query-of.js';
import { rarity, saturated } from './bm25.js';
import { add, rankBy, type Scores } from './scores.js';

/** How well the files' texts fit the query, by BM25, and by which of its words. */
export interface ContentScores extends Scores {
  /** Share of what all words of the query tell that the file has. */
  readonly covered: Float64Array;
  /** How much its most telling word tells. */
  readonly telling: Float64Array;
  /** How much the names of several words tell that it has whole. */
  readonly whole: Float64Array;
}

export function contentScores(query: Query, content: ContentTable, size: number): ContentScores {
  const [of, covered, telling, whole] = [0, 0, 0, 0].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let total = 0;
  for (const [term, wanted] of query) {
    const found = content.postings(term);
    const tells = wanted.weight * rarity(found.files.length, content.texts);
    total += tells;
    const { files, counts } = found;
    for (let n = 0; n < files.length; n += 1) {
      const file = files[n] ?? 0;
      add(of, file, tells * saturated(counts[n] ?? 0, content.relativeLength(file)));
      add(covered, file, tells);
      telling[file] = Math.max(telling[file] ?? 0, tells);
      if (wanted.whole) add(whole, file, tells);
    }
  }
  const most = Math.max(1e-9, total);
  for (let file = 0; file < size; file += 1) covered[file] = (covered[file] ?? 0) / most;
  return { ...rankBy(of), covered, telling, whole };
}
