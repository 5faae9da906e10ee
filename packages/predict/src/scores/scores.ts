/** A ranking of files; a file's number is its place among all paths. */
export interface Scores {
  readonly of: Float64Array;
  /** The highest score; 1 when nothing has any, so that it can divide. */
  readonly best: number;
  /** Files with a score, the best first, ties by number. */
  readonly order: readonly number[];
  /** Place in the order from 1; undefined for a file without a score. */
  rank(file: number): number | undefined;
}

export function rankBy(of: Float64Array): Scores {
  const order: number[] = [];
  for (let file = 0; file < of.length; file += 1) if ((of[file] ?? 0) > 0) order.push(file);
  order.sort((a, b) => (of[b] ?? 0) - (of[a] ?? 0) || a - b);
  const ranks = new Map(order.map((file, place) => [file, place + 1]));
  return { of, best: of[order[0] ?? -1] ?? 1, order, rank: (file) => ranks.get(file) };
}

/** Adds to one place of a table of numbers. */
export function add(table: Float64Array, place: number, value: number): void {
  table[place] = (table[place] ?? 0) + value;
}
