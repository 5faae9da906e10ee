import type {
  Config,
  FailurePolicy,
  Fence,
  HubRule,
  Plan,
  Protection,
  Recorded,
  ReviewMode,
  RunId,
  Runner,
  Task,
} from '@breakwater/model';

/** What a run works from: frozen at its start, read again by `resume`. */
export interface RunInput {
  readonly run: RunId;
  readonly plan: Plan;
  /** In the order of the tasks file; every planned task is here. */
  readonly tasks: readonly Task[];
  readonly runner: Runner;
  /** What keeps its sessions apart; without it there is no fence. */
  readonly protection?: Protection;
  /** How often a held task is taken up again by itself; never if not given. */
  readonly reworks?: number;
  readonly hubs?: readonly HubRule[];
  /** Commands that make a fresh worktree ready; undefined: detected. */
  readonly prepare?: readonly string[];
  /** Dollars for the whole run. */
  readonly budgetUsd?: number;
  /** `none` if not given. */
  readonly review?: ReviewMode;
  /** `continue` if not given. */
  readonly onFailure?: FailurePolicy;
  /** Sessions are never started again by themselves if not given. */
  readonly retry?: Config['retry'];
  /** Object id of all this as it was frozen, for the journal. */
  readonly frozen?: string;
  /** The version of Breakwater, for the journal. */
  readonly version: string;
  /** What an earlier sitting recorded; empty for a new run. */
  readonly records: readonly Recorded[];
}

export function fenceOf({ protection }: RunInput): Fence {
  return protection?.fence ?? 'off';
}
