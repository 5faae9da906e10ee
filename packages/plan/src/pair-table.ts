/**
 * A small number for every pair of tasks, the same in both directions. Tasks are numbers: their places in the list.
 * Dense on purpose: the search asks for single pairs millions of times, and 1,000 tasks take 2 MB.
 */
export interface PairTable {
  readonly size: number;
  /** Row by row, `size` cells each. */
  readonly cells: Uint16Array;
}

export function pairTable(size: number): PairTable {
  return { size, cells: new Uint16Array(size * size) };
}

export function pairAt(table: PairTable, a: number, b: number): number {
  return table.cells[a * table.size + b] ?? 0;
}

export function setPair(table: PairTable, between: readonly [number, number], value: number): void {
  const [a, b] = between;
  table.cells[a * table.size + b] = value;
  table.cells[b * table.size + a] = value;
}

/** The pairs that are not 0, by first, then second task; the lower number first. */
export function* pairsOf(table: PairTable): Generator<readonly [number, number, number]> {
  for (let a = 0; a < table.size; a += 1) {
    for (let b = a + 1; b < table.size; b += 1) {
      const value = pairAt(table, a, b);
      if (value > 0) yield [a, b, value];
    }
  }
}
