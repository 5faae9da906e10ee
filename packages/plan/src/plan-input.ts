import type {
  Caution,
  CommitId,
  Effort,
  HubRule,
  PairRisk,
  PlanNote,
  Precedence,
  ScheduleKind,
  Task,
  TouchSet,
} from '@breakwater/model';

/** Everything a plan is made of. Tasks are valid: known dependencies, no cycle, globs that parse. */
export interface PlanInput {
  /** In the order of the tasks file; this order settles every tie. */
  readonly tasks: readonly Task[];
  /** In any order; a task without one is expected to touch nothing. */
  readonly touchSets: readonly TouchSet[];
  /** In any order; those of tasks not in the list are left aside. */
  readonly risks: readonly PairRisk[];
  /** Found in the briefs, not declared: those that contradict what is declared, or an earlier one, are left out. */
  readonly inferred?: readonly Precedence[];
  readonly base: { readonly commit: CommitId; readonly branch: string | null };
  /** Sessions at once, at least 1. */
  readonly concurrency: number;
  readonly caution: Caution;
  /** Pairs at or above this risk are kept apart, unless the caution is `fast`; `BLOCKING_RISK` if not given. */
  readonly threshold?: number;
  /** Waves are arranged either way; of a stream they tell the order that settles ties. */
  readonly schedule?: ScheduleKind;
  /** How long to search; `default` if not given. */
  readonly effort?: Effort;
  /** Whether scouting sessions were asked for the prediction. */
  readonly scouted?: boolean;
  /** By task id: minutes that past runs took; a task not named here is estimated. */
  readonly minutes?: Readonly<Record<string, number>>;
  readonly hubs: readonly HubRule[];
  /** By resource name; a resource not named here has capacity 1. */
  readonly capacities: Readonly<Record<string, number>>;
  readonly notes: readonly PlanNote[];
}
