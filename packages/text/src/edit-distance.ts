/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); O(length of a x length of b). */
export function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(cell({ a, b, i, j }, { next, row, before }));
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

interface At {
  readonly a: string;
  readonly b: string;
  readonly i: number;
  readonly j: number;
}
interface Rows {
  readonly next: readonly number[];
  readonly row: readonly number[];
  readonly before: readonly number[];
}

function cell({ a, b, i, j }: At, { next, row, before }: Rows): number {
  const same = a[i - 1] === b[j - 1];
  const plain = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain;
}
