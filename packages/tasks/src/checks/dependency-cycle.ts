import type { Diagnostic } from '@breakwater/model';
import { quoted } from '../text/quoted.js';
import { faultAt } from './fault-at.js';
import { shortestCycle } from './shortest-cycle.js';
import type { ReadTask, TaskList } from './task-list.js';

/** Each further cycle costs a search; who has that many repairs the first ones and looks again. */
const MOST_CYCLES = 10;

/** Tasks that wait for themselves or for each other. Each cycle is the shortest that is left, printed in full. */
export function dependencyCycle(list: TaskList): readonly Diagnostic[] {
  const tasks = new Map(list.tasks.flatMap((task) => (task.id === undefined ? [] : [[task.id, task] as const])));
  const graph = new Map([...tasks].map(([id, { written }]) => [id, new Set(written.dependsOn ?? [])] as const));
  const faults: Diagnostic[] = [];
  for (let cycle = shortestCycle(graph); cycle.length > 0 && faults.length < MOST_CYCLES; cycle = shortestCycle(graph)) {
    faults.push(describeCycle(cycle, tasks));
    takeAway(cycle, graph);
  }
  return faults;
}

/** A task that waits for itself may lie on another cycle too, which is still to be found. */
function takeAway(cycle: readonly string[], graph: Map<string, Set<string>>): void {
  const [first = ''] = cycle;
  if (cycle.length === 1) graph.get(first)?.delete(first);
  else for (const id of cycle) graph.delete(id);
}

function describeCycle(cycle: readonly string[], tasks: ReadonlyMap<string, ReadTask>): Diagnostic {
  const [first = '', second = first] = cycle;
  const task = tasks.get(first);
  if (task === undefined) throw new Error(`Internal error: a cycle through an unknown task ${first}`);
  const at = (task.written.dependsOn ?? []).indexOf(second);
  const related = [{ message: `cycle: ${[...cycle, first].join(' -> ')}` }];
  return faultAt(task.located, ['dependsOn', at], { code: 'E_DEP_CYCLE', ...wordsFor(cycle), related });
}

function wordsFor(cycle: readonly string[]): { readonly message: string; readonly hint: string } {
  const [a = '', b = ''] = cycle;
  if (cycle.length === 1) return { message: `task ${quoted(a)} waits for itself`, hint: 'Remove it from its own dependsOn.' };
  const who = cycle.length === 2 ? `tasks ${quoted(a)} and ${quoted(b)}` : `${cycle.length} tasks`;
  const entries = cycle.length === 2 ? 'two' : String(cycle.length);
  return { message: `${who} wait for each other`, hint: `Remove one of the ${entries} dependsOn entries.` };
}
