import { onceEach } from '../ground/once-each.js';

/** A ranking of files; a file's number is its place among all paths. */
export interface Scores {
  readonly of: Float64Array;
  /** The highest score; 1 when nothing has any, so that it can divide. */
  readonly best: number;
  /** At most so many files with a score, the best first, ties by number. */
  first(most: number): readonly number[];
  /** Place among all from 1, ties by number; undefined for a file without a score. */
  rank(file: number): number | undefined;
}

/** Sorts the scores alone, which needs no comparing function: of ten thousand files few are asked about. */
export function rankBy(of: Float64Array): Scores {
  const rising = positive(of).sort();
  const filesOf = onceEach((score: number) => filesWith(score, of));
  return {
    of,
    best: rising.at(-1) ?? 1,
    first: (most) => firstOf(of, rising.at(-most) ?? rising[0] ?? Number.POSITIVE_INFINITY).slice(0, most),
    rank: (file) => {
      const score = of[file] ?? 0;
      if (!(score > 0)) return undefined;
      const last = lastAtMost(rising, score);
      const before = rising[last - 1] === score ? filesOf(score).indexOf(file) : 0;
      return rising.length - last + before;
    },
  };
}

/** As `filter` would, which makes an object of every number that it keeps; counted first, so that no memory is touched in vain. */
function positive(of: Float64Array): Float64Array {
  let count = 0;
  for (let file = 0; file < of.length; file += 1) if ((of[file] ?? 0) > 0) count += 1;
  const kept = new Float64Array(count);
  let next = 0;
  for (let file = 0; next < count; file += 1) {
    const score = of[file] ?? 0;
    if (!(score > 0)) continue;
    kept[next] = score;
    next += 1;
  }
  return kept;
}

/** Files with at least this score, the best first, ties by number. */
function firstOf(of: Float64Array, least: number): readonly number[] {
  const files: number[] = [];
  for (let file = 0; file < of.length; file += 1) if ((of[file] ?? 0) >= least) files.push(file);
  return files.sort((a, b) => (of[b] ?? 0) - (of[a] ?? 0) || a - b);
}

function filesWith(score: number, of: Float64Array): readonly number[] {
  const files: number[] = [];
  for (let file = of.indexOf(score); file !== -1; file = of.indexOf(score, file + 1)) files.push(file);
  return files;
}

/** The last place of rising numbers that holds at most `limit`; -1 when none does. */
export function lastAtMost(rising: Float64Array | Uint32Array, limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Adds to one place of a table of numbers. */
export function add(table: Float64Array, place: number, value: number): void {
  table[place] = (table[place] ?? 0) + value;
}
