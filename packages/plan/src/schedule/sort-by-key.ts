import { int } from './rows.js';

/** Up to this many units per task, buckets are quicker than comparing. */
const WIDE = 16;

/** Sorts tasks by their whole keys from 0 to `most`, the least first, equal ones as they stood; into `sorted`. */
export type SortByKey = (tasks: Int32Array, key: Int32Array, most: number, sorted: Int32Array) => void;

/** A sorter that allocates once, for `size` tasks. O(size + most) while `most` is small, else O(size log size). */
export function sorterFor(size: number): SortByKey {
  const buckets = new Int32Array(WIDE * size + 2);
  const weights = new Float64Array(size);
  return (tasks, key, most, sorted) => {
    if (most + 2 <= buckets.length) sortInBuckets(tasks, key, sorted, buckets.subarray(0, most + 2));
    else sortByWeight(tasks, key, sorted, weights);
  };
}

function sortInBuckets(tasks: Int32Array, key: Int32Array, sorted: Int32Array, buckets: Int32Array): void {
  buckets.fill(0);
  for (let n = 0; n < tasks.length; n += 1) {
    const next = int(key, int(tasks, n)) + 1;
    buckets[next] = int(buckets, next) + 1;
  }
  for (let n = 1; n < buckets.length; n += 1) buckets[n] = int(buckets, n) + int(buckets, n - 1);
  for (let n = 0; n < tasks.length; n += 1) {
    const task = int(tasks, n);
    const bucket = int(key, task);
    const place = int(buckets, bucket);
    sorted[place] = task;
    buckets[bucket] = place + 1;
  }
}

/** Key and present place in one number each, so that the platform's own sort needs no comparator. */
function sortByWeight(tasks: Int32Array, key: Int32Array, sorted: Int32Array, weights: Float64Array): void {
  const size = tasks.length;
  for (let n = 0; n < size; n += 1) weights[n] = int(key, int(tasks, n)) * size + n;
  weights.sort();
  for (let n = 0; n < size; n += 1) sorted[n] = int(tasks, (weights[n] as number) % size);
}
