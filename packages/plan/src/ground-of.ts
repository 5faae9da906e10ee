import type { Precedence } from '@breakwater/model';
import { allPrecedences } from './graph/precedences.js';
import { buildTaskGraph, type TaskGraph } from './graph/task-graph.js';
import type { PlanInput } from './plan-input.js';
import { type Pool, resourcePools } from './resource-pools.js';
import { type NumberedRisk, riskTable } from './risk-table.js';

/** What is between the tasks of an input, before anything is arranged. */
export interface Ground {
  readonly precedences: readonly Precedence[];
  readonly graph: TaskGraph;
  readonly numberedRisks: readonly NumberedRisk[];
  readonly pools: readonly Pool[];
}

export function groundOf(input: PlanInput): Ground {
  const precedences = allPrecedences(input.tasks, input.inferred ?? []);
  const graph = buildTaskGraph(input.tasks, precedences);
  const numberedRisks = riskTable(input.risks, graph.numberOf);
  return { precedences, graph, numberedRisks, pools: resourcePools(input.tasks, input.capacities) };
}
