/** A list of numbers for every row, one after the other in one array (compressed sparse rows). */
export interface Rows {
  /** Row r holds the places `start[r]` up to, not including, `start[r + 1]`. */
  readonly start: Int32Array<ArrayBuffer>;
  readonly items: Int32Array<ArrayBuffer>;
}

/**
 * Reads one whole number from one array. The places of an index loop exist; `at` would ask every time, and as all kinds of lists go
 * through it, slowly.
 */
export function int(list: Int32Array, place: number): number {
  return list[place] as number;
}

/** The same for numbers with a fraction. */
export function real(list: Float64Array, place: number): number {
  return list[place] as number;
}

/** From pairs of row and item; the items of a row keep the order of the pairs. O(rows + pairs). */
export function rowsOf(size: number, pairs: readonly (readonly [number, number])[]): Rows {
  const start = new Int32Array(size + 1);
  for (const [row] of pairs) start[row + 1] = int(start, row + 1) + 1;
  for (let row = 0; row < size; row += 1) start[row + 1] = int(start, row + 1) + int(start, row);
  const next = start.slice();
  const items = new Int32Array(pairs.length);
  for (const [row, item] of pairs) {
    items[int(next, row)] = item;
    next[row] = int(next, row) + 1;
  }
  return { start, items };
}

/** The other way round: by item, the rows that hold it, ascending. O(items). */
export function turned({ start, items }: Rows, size: number): Rows {
  const begin = new Int32Array(size + 1);
  for (const item of items) begin[item + 1] = int(begin, item + 1) + 1;
  for (let item = 0; item < size; item += 1) begin[item + 1] = int(begin, item + 1) + int(begin, item);
  const next = begin.slice();
  const rows = new Int32Array(items.length);
  for (let row = 0; row + 1 < start.length; row += 1) {
    for (let place = int(start, row); place < int(start, row + 1); place += 1) {
      const item = int(items, place);
      rows[int(next, item)] = row;
      next[item] = int(next, item) + 1;
    }
  }
  return { start: begin, items: rows };
}

/** The items of one row; a view, not a copy. */
export function rowOf({ start, items }: Rows, row: number): Int32Array<ArrayBuffer> {
  return items.subarray(int(start, row), int(start, row + 1));
}

export function rowLength({ start }: Rows, row: number): number {
  return int(start, row + 1) - int(start, row);
}
