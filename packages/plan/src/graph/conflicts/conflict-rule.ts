import type { ConflictReason } from '@breakwater/model';
import type { PlanInput } from '../../plan-input.js';
import type { Pool } from '../../resource-pools.js';
import type { NumberedRisk } from '../../risk-table.js';
import type { TaskGraph } from '../task-graph.js';

/** One pair that may not run at the same time, and why; the lower number first. */
export interface FoundConflict {
  readonly between: readonly [number, number];
  readonly reason: ConflictReason;
}

/** What a rule may look at. */
export interface RuleInput extends Pick<PlanInput, 'tasks' | 'touchSets' | 'caution' | 'threshold' | 'hubs'> {
  readonly graph: TaskGraph;
  readonly numberedRisks: readonly NumberedRisk[];
  readonly pools: readonly Pool[];
}

/** One cause of conflicts. A rule need not look at pairs ordered by precedence: they never meet anyway. */
export interface ConflictRule {
  readonly name: string;
  readonly find: (input: RuleInput) => Iterable<FoundConflict>;
}
