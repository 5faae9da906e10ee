import { int, type Rows, rowLength, rowOf, turned } from '../schedule/rows.js';

/** Who may not run beside whom because both write one path. */
export interface SharedPaths {
  /** By task: the others, ascending. */
  readonly apart: Rows;
  /** Members of paths with too many writers to list their pairs: each is one exclusive resource, its pairs looked up when asked for. */
  readonly groups: Rows;
  /** Beside each of `groups`: its path. */
  readonly paths: Int32Array<ArrayBuffer>;
}

/** From this many writers on, a path is kept as a set. */
const MANY = 500;

/**
 * Conflicts by an inverted index over numbered paths: O(sum of squares of writers per path), without an object per pair. `touches`
 * holds the paths of every task, each once.
 */
export function sharedPaths(touches: Rows, pathCount: number): SharedPaths {
  const size = touches.start.length - 1;
  const writers = turned(touches, pathCount);
  const hubs = [...new Array(pathCount).keys()].filter((path) => rowLength(writers, path) >= MANY);
  return { apart: pairRows(touches, writers, size), groups: pick(writers, hubs), paths: Int32Array.from(hubs) };
}

/** Twice over the index: once to count, once to write; then turned round, which sorts. */
function pairRows(touches: Rows, writers: Rows, size: number): Rows {
  const met = new Int32Array(size).fill(-1);
  const start = new Int32Array(size + 1);
  for (let task = 0; task < size; task += 1) start[task + 1] = int(start, task) + meet(touches, writers, task, { met });
  const items = new Int32Array(int(start, size));
  met.fill(-1);
  for (let task = 0; task < size; task += 1) meet(touches, writers, task, { met, into: items.subarray(int(start, task)) });
  return turned({ start, items }, size);
}

/** Counts those a task meets on some path, and lists them when told where. */
function meet(touches: Rows, writers: Rows, task: number, { met, into }: { met: Int32Array; into?: Int32Array }): number {
  let count = 0;
  met[task] = task;
  for (let n = int(touches.start, task), last = int(touches.start, task + 1); n < last; n += 1) {
    const path = int(touches.items, n);
    const many = rowLength(writers, path) >= MANY;
    for (let place = int(writers.start, path), end = many ? place : int(writers.start, path + 1); place < end; place += 1) {
      const other = int(writers.items, place);
      if (int(met, other) === task) continue;
      met[other] = task;
      if (into !== undefined) into[count] = other;
      count += 1;
    }
  }
  return count;
}

function pick(rows: Rows, wanted: readonly number[]): Rows {
  const lists = wanted.map((row) => rowOf(rows, row));
  const start = Int32Array.from([0, ...lists.map((list) => list.length)]);
  for (let row = 0; row < lists.length; row += 1) start[row + 1] = int(start, row + 1) + int(start, row);
  const items = new Int32Array(int(start, lists.length));
  for (const [row, list] of lists.entries()) items.set(list, int(start, row));
  return { start, items };
}
