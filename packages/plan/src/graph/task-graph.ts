import type { Precedence, Task, TaskId } from '@breakwater/model';
import { alg, Graph } from '@dagrejs/graphlib';
import { at } from '../at.js';
import { type PairTable, pairTable, setPair } from '../pair-table.js';

/** Who starts after whom. Tasks are numbers: their places in the list. */
export interface TaskGraph {
  readonly tasks: readonly Task[];
  readonly numberOf: ReadonlyMap<TaskId, number>;
  /** Direct predecessors by task, ascending. */
  readonly before: readonly (readonly number[])[];
  /** Direct successors by task, ascending. */
  readonly after: readonly (readonly number[])[];
  /** Every task after its predecessors. */
  readonly order: readonly number[];
  /** 1 for pairs of which one must come before the other, directly or not. */
  readonly ordered: PairTable;
}

/** Throws an internal error on a cycle, an unknown dependency or an id given twice: `tasks` has refused those. */
export function buildTaskGraph(tasks: readonly Task[], precedences: readonly Precedence[]): TaskGraph {
  const numberOf = numberTasks(tasks);
  const graph = openGraph(tasks, precedences);
  const neighbours = (of: (id: TaskId) => string[] | undefined) =>
    tasks.map((task) => (of(task.id) ?? []).map((id) => numberIn(numberOf, id)).sort((a, b) => a - b));
  const before = neighbours((id) => graph.predecessors(id));
  const order = alg.topsort(graph).map((id) => numberIn(numberOf, id));
  return { tasks, numberOf, before, after: neighbours((id) => graph.successors(id)), order, ordered: closure(before, order) };
}

function numberTasks(tasks: readonly Task[]): ReadonlyMap<TaskId, number> {
  const numberOf = new Map(tasks.map((task, number) => [task.id, number]));
  if (numberOf.size < tasks.length) throw new Error('Internal error: two tasks have the same id');
  for (const task of tasks) for (const id of task.dependsOn) numberIn(numberOf, id);
  return numberOf;
}

function numberIn(numberOf: ReadonlyMap<string, number>, id: string): number {
  const number = numberOf.get(id);
  if (number === undefined) throw new Error(`Internal error: task ${id} is waited for and not in the list`);
  return number;
}

function openGraph(tasks: readonly Task[], precedences: readonly Precedence[]): Graph {
  const graph = new Graph({ directed: true });
  for (const task of tasks) graph.setNode(task.id);
  for (const { before, after } of precedences) graph.setEdge(before, after);
  const [cycle] = alg.findCycles(graph);
  if (cycle === undefined) return graph;
  throw new Error(`Internal error: tasks wait for each other: ${[...cycle].sort().join(', ')}`);
}

/** Rows of ancestors, each the union of its predecessors' rows: O(tasks * precedences). */
function closure(before: readonly (readonly number[])[], order: readonly number[]): PairTable {
  const ordered = pairTable(order.length);
  const ancestors: Set<number>[] = before.map(() => new Set());
  for (const task of order) {
    const mine = at(ancestors, task);
    for (const direct of at(before, task)) {
      mine.add(direct);
      for (const further of at(ancestors, direct)) mine.add(further);
    }
    for (const ancestor of mine) setPair(ordered, [ancestor, task], 1);
  }
  return ordered;
}
