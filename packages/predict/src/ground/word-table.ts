import type { RepoPath } from '@breakwater/model';
import { stemsOf } from '@breakwater/text';

/** Words of paths, ready for ranking by BM25. */
export interface WordTable {
  /** Sorted; a file's number is its place here. */
  readonly paths: readonly RepoPath[];
  /** Files whose path has the word, and how often; undefined when it tells nothing: in no path, or in too many. */
  postings(word: string): Postings | undefined;
  /** Length of a file's path in words, divided by the mean. */
  relativeLength(file: number): number;
}

export interface Postings {
  /** How often the word is in a file's path, by file number. */
  readonly counts: ReadonlyMap<number, number>;
  /** How much the word tells: the logarithm of how rare it is. */
  readonly idf: number;
}

/** A word in more than this share of all paths (src, lib, ts) tells nothing. */
const COMMON = 0.2;
/** In a repository of a few files every word is in a large share. */
const FEW = 3;

export function wordTable(paths: readonly RepoPath[]): WordTable {
  const counts = new Map<string, Map<number, number>>();
  const lengths = paths.map((path, file) => addPath(path, file, counts));
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, paths.length));
  return {
    paths,
    relativeLength: (file) => (lengths[file] ?? 0) / mean,
    postings: (word) => {
      const found = counts.get(word);
      if (found === undefined || found.size > Math.max(FEW, COMMON * paths.length)) return undefined;
      return { counts: found, idf: Math.log(1 + (paths.length - found.size + 0.5) / (found.size + 0.5)) };
    },
  };
}

/** Answers the path's length in words. */
function addPath(path: RepoPath, file: number, counts: Map<string, Map<number, number>>): number {
  const words = stemsOf(path);
  for (const word of words) {
    const files = counts.get(word) ?? new Map<number, number>();
    files.set(file, (files.get(file) ?? 0) + 1);
    counts.set(word, files);
  }
  return words.length;
}
