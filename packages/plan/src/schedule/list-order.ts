import type { Problem } from './problem.js';
import { int, real, rowLength, rowOf } from './rows.js';

/**
 * Of the tasks whose predecessors are listed, always the one with the highest priority; of equals the preferred one.
 * O((tasks + precedences) log tasks) with a binary heap.
 */
export function listOrder(problem: Problem, priority: Float64Array): Int32Array<ArrayBuffer> {
  const { size, before, after, preferred } = problem;
  const rank = new Int32Array(size);
  for (const [place, task] of preferred.entries()) rank[task] = place;
  const comesFirst = (a: number, b: number): boolean =>
    real(priority, a) > real(priority, b) || (real(priority, a) === real(priority, b) && int(rank, a) < int(rank, b));
  const heap: Heap = { tasks: new Int32Array(size), size: 0, comesFirst };
  const waiting = Int32Array.from({ length: size }, (_, task) => rowLength(before, task));
  for (let task = 0; task < size; task += 1) if (int(waiting, task) === 0) push(heap, task);
  const order = new Int32Array(size);
  for (let n = 0; n < size; n += 1) {
    const task = pop(heap);
    order[n] = task;
    for (const later of rowOf(after, task)) {
      waiting[later] = int(waiting, later) - 1;
      if (int(waiting, later) === 0) push(heap, later);
    }
  }
  return order;
}

interface Heap {
  readonly tasks: Int32Array;
  size: number;
  readonly comesFirst: (a: number, b: number) => boolean;
}

function push(heap: Heap, task: number): void {
  const { tasks, comesFirst } = heap;
  let place = heap.size;
  heap.size += 1;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (!comesFirst(task, int(tasks, parent))) break;
    tasks[place] = int(tasks, parent);
    place = parent;
  }
  tasks[place] = task;
}

function pop(heap: Heap): number {
  const { tasks } = heap;
  if (heap.size === 0) throw new Error('Internal error: tasks wait for each other');
  const first = int(tasks, 0);
  heap.size -= 1;
  sink(heap, int(tasks, heap.size));
  return first;
}

/** Puts a task into the hole at the top. */
function sink({ tasks, size, comesFirst }: Heap, task: number): void {
  let place = 0;
  for (let child = 1; child < size; child = 2 * place + 1) {
    if (child + 1 < size && comesFirst(int(tasks, child + 1), int(tasks, child))) child += 1;
    if (!comesFirst(int(tasks, child), task)) break;
    tasks[place] = int(tasks, child);
    place = child;
  }
  tasks[place] = task;
}
