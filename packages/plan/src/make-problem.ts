import { at } from './at.js';
import { estimateMinutes } from './estimates.js';
import type { NumberedConflict } from './graph/find-conflicts.js';
import type { TaskGraph } from './graph/task-graph.js';
import type { PlanInput } from './plan-input.js';
import type { Pool } from './resource-pools.js';
import type { NumberedRisk } from './risk-table.js';
import { type Problem, problemOf } from './schedule/problem.js';

/** What the scheduler is told: numbers only. */
export function makeProblem(
  input: PlanInput,
  graph: TaskGraph,
  facts: {
    readonly conflicts: readonly NumberedConflict[];
    readonly risks: readonly NumberedRisk[];
    readonly pools: readonly Pool[];
  },
): Problem {
  return problemOf({
    size: input.tasks.length,
    concurrency: input.concurrency,
    minutes: estimateMinutes(input.tasks, input.minutes),
    precedences: graph.precedences,
    conflicts: facts.conflicts.map(({ between }) => between),
    risks: facts.risks.map(({ between: [a, b], units }) => [a, b, units] as const),
    needs: facts.pools.flatMap(({ users }, pool) => users.map(({ task, amount }) => ({ task, pool, amount }))),
    capacities: facts.pools.map(({ capacity }) => capacity),
    preferred: preferredOrder(input),
    priority: input.tasks.map(({ priority }) => priority),
  });
}

/** Higher priority first; then vague tasks and sweeps last, so that their author has time to answer; then as listed. */
function preferredOrder({ tasks, touchSets }: PlanInput): readonly number[] {
  const unclear = touchSets.filter(({ question, sweep }) => question !== undefined || sweep !== undefined);
  const vague = new Set(unclear.map(({ task }) => task));
  return [...tasks.keys()].sort((a, b) => {
    const [one, other] = [at(tasks, a), at(tasks, b)];
    return other.priority - one.priority || Number(vague.has(one.id)) - Number(vague.has(other.id)) || a - b;
  });
}
