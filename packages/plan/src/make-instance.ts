import { at } from './at.js';
import type { NumberedConflict } from './graph/find-conflicts.js';
import type { TaskGraph } from './graph/task-graph.js';
import { type PairTable, pairTable, setPair } from './pair-table.js';
import type { PlanInput } from './plan-input.js';
import type { Pool } from './resource-pools.js';
import type { NumberedRisk } from './risk-table.js';
import type { Instance, Need } from './schedule/instance.js';

/** What the scheduler is told: numbers only. */
export function makeInstance(
  input: PlanInput,
  graph: TaskGraph,
  facts: {
    readonly conflicts: readonly NumberedConflict[];
    readonly risks: readonly NumberedRisk[];
    readonly pools: readonly Pool[];
  },
): Instance {
  const { before, after, order } = graph;
  return {
    size: input.tasks.length,
    concurrency: input.concurrency,
    before,
    after,
    order,
    apart: apartTable(graph, facts.conflicts),
    risk: riskPairs(input.tasks.length, facts.risks),
    needs: needsOf(input.tasks.length, facts.pools),
    capacities: facts.pools.map(({ capacity }) => capacity),
    preferred: preferredOrder(input),
  };
}

function apartTable({ ordered }: TaskGraph, conflicts: readonly NumberedConflict[]): PairTable {
  const apart = { size: ordered.size, cells: new Uint16Array(ordered.cells) };
  for (const { between } of conflicts) setPair(apart, between, 1);
  return apart;
}

function riskPairs(size: number, risks: readonly NumberedRisk[]): PairTable {
  const table = pairTable(size);
  for (const { between, units } of risks) setPair(table, between, units);
  return table;
}

function needsOf(size: number, pools: readonly Pool[]): readonly (readonly Need[])[] {
  const needs: Need[][] = Array.from({ length: size }, () => []);
  for (const [pool, { users }] of pools.entries()) for (const { task, amount } of users) at(needs, task).push({ pool, amount });
  return needs;
}

/** Vague tasks last, so that their author has time to answer; then higher priority first, then as listed. */
function preferredOrder({ tasks, touchSets }: PlanInput): readonly number[] {
  const vague = new Set(touchSets.filter(({ question }) => question !== undefined).map(({ task }) => task));
  return [...tasks.keys()].sort((a, b) => {
    const [one, other] = [at(tasks, a), at(tasks, b)];
    return Number(vague.has(one.id)) - Number(vague.has(other.id)) || other.priority - one.priority || a - b;
  });
}
