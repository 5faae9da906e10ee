import type { RepoPath } from '@breakwater/model';
import type { Postings, WordTable } from '../ground/word-table.js';

/** A file with words of the query in its path. */
export interface Scored {
  readonly path: RepoPath;
  /** BM25. */
  readonly score: number;
  /** The words it has in common with the query, the most telling first, at most two. */
  readonly words: readonly string[];
}

interface Term {
  readonly word: string;
  readonly weight: number;
  readonly postings: Postings;
}

/** Saturation of repeated words and influence of length, as is usual. */
const K1 = 1.2;
const B = 0.75;

/** The best files by BM25 over the words of their paths, best first, ties by path. Time grows with the postings of the query's words. */
export function rankByWords(query: ReadonlyMap<string, number>, table: WordTable, most: number): readonly Scored[] {
  const terms = termsOf(query, table);
  const scores = new Map<number, number>();
  for (const term of terms) addScores(term, table, scores);
  return [...scores]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, most)
    .map(([file, score]) => ({ path: pathAt(table, file), score, words: sharedWords(file, terms) }));
}

/** The most telling first. */
function termsOf(query: ReadonlyMap<string, number>, table: WordTable): readonly Term[] {
  return [...query]
    .flatMap(([word, weight]): readonly Term[] => {
      const postings = table.postings(word);
      return postings === undefined ? [] : [{ word, weight, postings }];
    })
    .sort((a, b) => b.weight * b.postings.idf - a.weight * a.postings.idf || (a.word < b.word ? -1 : 1));
}

function addScores({ weight, postings }: Term, table: WordTable, scores: Map<number, number>): void {
  for (const [file, count] of postings.counts) {
    const saturated = (count * (K1 + 1)) / (count + K1 * (1 - B + B * table.relativeLength(file)));
    scores.set(file, (scores.get(file) ?? 0) + weight * postings.idf * saturated);
  }
}

function sharedWords(file: number, terms: readonly Term[]): readonly string[] {
  return terms
    .filter(({ postings }) => postings.counts.has(file))
    .slice(0, 2)
    .map(({ word }) => word);
}

function pathAt({ paths }: WordTable, file: number): RepoPath {
  const path = paths[file];
  if (path === undefined) throw new Error(`Internal error: no file ${file}`);
  return path;
}
