import { type ConflictReason, unreachable } from '@breakwater/model';
import { hasBit } from '../schedule/bit-rows.js';
import type { FoundConflict, RuleInput } from './conflicts/conflict-rule.js';
import { conflictRules } from './conflicts/conflict-rules.js';
import { buildTaskGraph } from './task-graph.js';

/** A pair of places in the list that may not run at the same time, with all its reasons, the weightiest first. */
export interface NumberedConflict {
  readonly between: readonly [number, number];
  readonly reasons: readonly ConflictReason[];
}

/** All conflicts between tasks that precedence does not keep apart already, by first, then second task. */
export function findConflicts(input: RuleInput): readonly NumberedConflict[] {
  const byPair = new Map<number, { between: readonly [number, number]; reasons: ConflictReason[] }>();
  for (const { between, reason } of conflictRules.flatMap((rule): FoundConflict[] => [...rule.find(input)])) {
    if (hasBit(input.graph.ordered, ...between)) continue;
    const key = between[0] * input.tasks.length + between[1];
    const found = byPair.get(key) ?? { between, reasons: [] };
    if (!found.reasons.some((known) => sameReason(known, reason))) found.reasons.push(reason);
    byPair.set(key, found);
  }
  return [...byPair].sort(([a], [b]) => a - b).map(([, found]) => found);
}

/** The conflicts there would be if nobody waited for anybody, of those pairs that do wait. */
export function coveredConflicts(input: RuleInput): readonly NumberedConflict[] {
  const { graph, tasks } = input;
  const all = findConflicts({ ...input, graph: buildTaskGraph(tasks, []) });
  return all.filter(({ between }) => hasBit(graph.ordered, ...between));
}

/** Two rules may see the same file. */
function sameReason(a: ConflictReason, b: ConflictReason): boolean {
  return a.kind === b.kind && subjectOf(a) === subjectOf(b);
}

function subjectOf(reason: ConflictReason): string {
  switch (reason.kind) {
    case 'write-write':
      return reason.path;
    case 'resource':
      return reason.resource;
    case 'exclusive':
      return reason.task;
    case 'risk':
      return '';
    default:
      return unreachable(reason);
  }
}
