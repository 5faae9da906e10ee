import { int, type Rows, rowLength, rowOf } from './rows.js';

/** Every task after its predecessors; first found, first listed (Kahn 1962). Throws an internal error when tasks wait for each other. */
export function topologicalOrder(before: Rows, after: Rows): Int32Array<ArrayBuffer> {
  const size = before.start.length - 1;
  const waiting = Int32Array.from({ length: size }, (_, task) => rowLength(before, task));
  const order = new Int32Array(size);
  let found = 0;
  for (let task = 0; task < size; task += 1) if (int(waiting, task) === 0) order[found++] = task;
  for (let next = 0; next < found; next += 1) {
    for (const later of rowOf(after, int(order, next))) {
      waiting[later] = int(waiting, later) - 1;
      if (int(waiting, later) === 0) order[found++] = later;
    }
  }
  if (found < size) throw new Error('Internal error: tasks wait for each other');
  return order;
}
