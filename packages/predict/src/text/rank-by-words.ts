import type { RepoPath } from '@breakwater/model';
import type { Postings, WordTable } from '../ground/word-table.js';
import type { Wanted } from './query-of.js';

/** A file with words of the query in its path. */
export interface Ranked {
  readonly path: RepoPath;
  /** Place in the ranking, from 1; files of equal score share the middle of their places. */
  readonly rank: number;
  /** Files that have the most telling of the words in common. */
  readonly sharing: number;
  /** The words in common with the query as the brief says them, the most telling first, at most two. */
  readonly words: readonly string[];
}

interface Term extends Wanted {
  readonly postings: Postings;
}

/** File number and its BM25 score. */
type Score = readonly [number, number];

/** Saturation of repeated words and influence of length, as is usual. */
const K1 = 1.2;
const B = 0.75;

/** The best files by BM25 over the words of their paths, best first, ties by path. Time grows with the postings of the query's words. */
export function rankByWords(query: ReadonlyMap<string, Wanted>, table: WordTable, most: number): readonly Ranked[] {
  const terms = termsOf(query, table);
  const scores = new Map<number, number>();
  for (const term of terms) addScores(term, table, scores);
  const best = [...scores].sort(([a, one], [b, other]) => other - one || a - b);
  const ranks = ranksOf(best);
  return best.slice(0, most).map(([file], place) => {
    const shared = terms.filter(({ postings }) => postings.counts.has(file));
    const words = shared.slice(0, 2).map(({ said }) => said);
    return { path: pathAt(table, file), rank: ranks[place] ?? 0, sharing: shared[0]?.postings.counts.size ?? 0, words };
  });
}

/** The most telling first. */
function termsOf(query: ReadonlyMap<string, Wanted>, table: WordTable): readonly Term[] {
  return [...query]
    .flatMap(([stem, wanted]): readonly Term[] => {
      const postings = table.postings(stem);
      return postings === undefined ? [] : [{ ...wanted, postings }];
    })
    .sort((a, b) => b.weight * b.postings.idf - a.weight * a.postings.idf || (a.said < b.said ? -1 : 1));
}

function addScores({ weight, postings }: Term, table: WordTable, scores: Map<number, number>): void {
  for (const [file, count] of postings.counts) {
    const saturated = (count * (K1 + 1)) / (count + K1 * (1 - B + B * table.relativeLength(file)));
    scores.set(file, (scores.get(file) ?? 0) + weight * postings.idf * saturated);
  }
}

function ranksOf(best: readonly Score[]): readonly number[] {
  const ranks: number[] = [];
  for (let from = 0; from < best.length; ) {
    let to = from + 1;
    while (to < best.length && best[to]?.[1] === best[from]?.[1]) to += 1;
    while (ranks.length < to) ranks.push((from + 1 + to) / 2);
    from = to;
  }
  return ranks;
}

function pathAt({ paths }: WordTable, file: number): RepoPath {
  const path = paths[file];
  if (path === undefined) throw new Error(`Internal error: no file ${file}`);
  return path;
}
