import type { Task, TaskId, WaveReason } from '@breakwater/model';
import { at } from './at.js';
import type { NumberedConflict } from './graph/find-conflicts.js';
import type { TaskGraph } from './graph/task-graph.js';
import type { Pool } from './resource-pools.js';
import { hasBit } from './schedule/bit-rows.js';
import type { WaveBound } from './schedule/wave-bound.js';

/** What tells numbers from names. */
export interface ReasonFacts {
  readonly tasks: readonly Task[];
  readonly graph: Pick<TaskGraph, 'ordered'>;
  readonly conflicts: readonly NumberedConflict[];
  readonly pools: readonly Pool[];
}

/** The argument for the bound, in the document's words; undefined when there is nothing to plan. */
export function waveReason(bound: WaveBound, facts: ReasonFacts): WaveReason | undefined {
  if (bound.waves === 0) return undefined;
  const tasks = bound.tasks.map((task): TaskId => at(facts.tasks, task).id);
  const around = { before: bound.head, behind: bound.tail };
  switch (bound.kind) {
    case 'chain':
      return { kind: 'chain', tasks };
    case 'alone':
      return { kind: 'alone', tasks, others: facts.tasks.length - tasks.length };
    case 'concurrency':
      return { kind: 'concurrency', tasks, ...around };
    case 'pool': {
      const { name, capacity } = at(facts.pools, bound.pool ?? 0);
      return { kind: 'resource', tasks, resource: name, capacity, amount: bound.amount ?? 0, ...around };
    }
    case 'apart': {
      const path = commonPath(bound.tasks, facts);
      return { kind: 'apart', tasks, ...(path === undefined ? {} : { path }), ...around };
    }
  }
}

/** The path on which every two of the tasks meet that precedence does not order; the first by name. */
function commonPath(tasks: readonly number[], { conflicts, graph }: ReasonFacts): string | undefined {
  const members = new Set(tasks);
  const inside = conflicts.filter(({ between: [a, b] }) => members.has(a) && members.has(b));
  const pairs = tasks.flatMap((a, n) => tasks.slice(n + 1).filter((b) => !hasBit(graph.ordered, a, b))).length;
  const met = new Map<string, number>();
  for (const { reasons } of inside) for (const path of pathsOf(reasons)) met.set(path, (met.get(path) ?? 0) + 1);
  return [...met.keys()].sort().find((path) => met.get(path) === pairs);
}

function pathsOf(reasons: NumberedConflict['reasons']): ReadonlySet<string> {
  return new Set(reasons.flatMap((reason) => (reason.kind === 'write-write' ? [reason.shared ?? reason.path] : [])));
}
