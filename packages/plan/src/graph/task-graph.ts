import type { Precedence, Task, TaskId } from '@breakwater/model';
import { alg, Graph } from '@dagrejs/graphlib';
import type { BitRows } from '../schedule/bit-rows.js';
import { orderedPairs } from '../schedule/entangled.js';
import { type Pair, problemOf } from '../schedule/problem.js';

/** Who starts after whom. Tasks are numbers: their places in the list. */
export interface TaskGraph {
  readonly tasks: readonly Task[];
  readonly numberOf: ReadonlyMap<TaskId, number>;
  /** The first before the second. */
  readonly precedences: readonly Pair[];
  /** Pairs of which one must come before the other, directly or not; in both directions. */
  readonly ordered: BitRows;
}

/** Throws an internal error on a cycle, an unknown dependency or an id given twice: `tasks` has refused those. */
export function buildTaskGraph(tasks: readonly Task[], precedences: readonly Precedence[]): TaskGraph {
  const numberOf = numberTasks(tasks);
  refuseCycles(tasks, precedences);
  const pairs = precedences.map((one): Pair => [numberIn(numberOf, one.before), numberIn(numberOf, one.after)]);
  return {
    tasks,
    numberOf,
    precedences: pairs,
    ordered: orderedPairs(problemOf({ size: tasks.length, concurrency: 1, precedences: pairs })),
  };
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

function refuseCycles(tasks: readonly Task[], precedences: readonly Precedence[]): void {
  const graph = new Graph({ directed: true });
  for (const task of tasks) graph.setNode(task.id);
  for (const { before, after } of precedences) graph.setEdge(before, after);
  const [cycle] = alg.findCycles(graph);
  if (cycle !== undefined) throw new Error(`Internal error: tasks wait for each other: ${[...cycle].sort().join(', ')}`);
}
