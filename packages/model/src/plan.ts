import type { CommitId } from './commit.js';
import type { Caution, Effort, ScheduleKind } from './config.js';
import type { Constraints } from './constraint.js';
import type { Conflict, Precedence } from './edge.js';
import type { RepoPath } from './repo-path.js';
import type { TaskId } from './task.js';
import type { PairRisk, Touch, VagueQuestion } from './touch.js';

export const PLAN_SCHEMA = 'breakwater/plan@1';
/** Says of a page that it is one of ours, and of which kind. */
export const PLAN_PAGE_SCHEMA = 'breakwater/plan-page@1';

/** The plan document, exactly as `plan --json` prints it: stable, versioned, the same bytes for the same input. */
export interface Plan {
  readonly schema: typeof PLAN_SCHEMA;
  /** Hash over everything else in the document, estimates, simulated runs and constraints left out: the former change with every run made here, the latter follow from the rest. */
  readonly id: string;
  readonly base: { readonly commit: CommitId; readonly branch: string | null };
  readonly concurrency: number;
  readonly caution: Caution;
  /** Pairs at or above this risk are kept apart, unless the caution is `fast`. */
  readonly threshold: number;
  readonly schedule: ScheduleKind;
  /** How long it was searched for; missing for `default`. */
  readonly effort?: Effort;
  /** Scouting sessions were asked; their answers are kept beside the repository, so that the plan can be made again. */
  readonly scouted?: true;
  /** In the order of the tasks file. */
  readonly tasks: readonly PlannedTask[];
  readonly precedences: readonly Precedence[];
  readonly conflicts: readonly Conflict[];
  /** Every pair with p >= 0.001, highest first. */
  readonly risks: readonly PairRisk[];
  /** Task ids by wave, each wave in plan order: the order of integration. */
  readonly waves: readonly (readonly TaskId[])[];
  readonly forecast: Forecast;
  readonly diagnostics: readonly PlanNote[];
}

export interface PlannedTask {
  readonly id: TaskId;
  /** Counts from 1. */
  readonly wave: number;
  /** Direct predecessors, in the order of the tasks file. */
  readonly after: readonly TaskId[];
  /** At most 60, highest p first. */
  readonly writes: readonly Touch[];
  readonly reads: readonly Touch[];
  readonly creates: readonly RepoPath[];
  readonly scope: readonly string[];
  readonly resources: readonly { readonly name: string; readonly amount: number }[];
}

/** Why a task is not in an earlier wave: derived from a plan, not stored in it; the text is made by `report`. */
export type WaitReason =
  | { readonly kind: 'after'; readonly task: TaskId }
  | { readonly kind: 'apart'; readonly task: TaskId }
  | { readonly kind: 'full'; readonly wave: number }
  /** It might run in that wave, but all waves together would take longer. */
  | { readonly kind: 'longer'; readonly wave: number }
  | { readonly kind: 'vague' }
  | { readonly kind: 'exclusive' };

export interface Forecast {
  readonly waves: number;
  /** No arrangement can do with fewer. */
  readonly lowerBound: number;
  /** What proves it; missing when there is nothing to plan. */
  readonly reason?: WaveReason;
  /** The fewest waves found, where the caution spends more than those to lower the risk. */
  readonly fewest?: number;
  /** Expected pairs in one wave that write one file. */
  readonly expectedCollisions: number;
  /** The same, if the tasks ran in the order listed, `concurrency` at a time. */
  readonly listedOrderCollisions: number;
  /** How long each task's session is expected to take, in the order of the tasks file. */
  readonly estimates?: readonly TaskEstimate[];
  /** Absent for lists too long to simulate. */
  readonly run?: RunForecast;
  /** Absent where nobody looked. */
  readonly constraints?: Constraints;
}

/** Half of the simulated runs took no more than `p50`, nine tenths no more than `p90`. */
export interface Spread {
  readonly p50: number;
  readonly p90: number;
}

/** What a run of the plan may take: simulated on the estimates, with sessions that are as wrong as estimates are. */
export interface RunForecast {
  /** Simulated runs. */
  readonly runs: number;
  /** Earlier sessions of this repository the estimates rest on. */
  readonly sessions: number;
  /** Of `time`: minutes; or, when nothing is known of any task, lengths of an ordinary session. */
  readonly unit: 'minutes' | 'sessions';
  /** From the first start to the last integration, reviews included that the run waits for. */
  readonly time: { readonly stream: Spread; readonly waves: Spread; readonly serial: Spread };
  /** Minutes of people who review the work, all together; absent when the configuration does not say how long that takes. */
  readonly reviewMinutes?: Spread;
  /** Dollars, from earlier sessions; absent when none told. */
  readonly usd?: Spread;
}

/** A session of an earlier run in this repository that ended with work. */
export interface PastSession {
  readonly task: TaskId;
  /** From its start to its last commit, preparation included. */
  readonly minutes: number;
  readonly usd?: number;
  /** What verifying its merged tree took. */
  readonly verifyMinutes: number;
}

/**
 * Why no arrangement can do with fewer waves. The tasks named take at least the waves that are left when `before` waves must come
 * before any of them, and `behind` after.
 */
export type WaveReason =
  /** Each waits for the one before it. */
  | { readonly kind: 'chain'; readonly tasks: readonly TaskId[] }
  /** No two of them may share a wave; with `path` because all write that (a glob or a folder where they share no path), or one waits for the other. */
  | ({ readonly kind: 'apart'; readonly tasks: readonly TaskId[]; readonly path?: string } & Around)
  /** More tasks than sessions at once. */
  | ({ readonly kind: 'concurrency'; readonly tasks: readonly TaskId[] } & Around)
  /** Together they take `amount` of a resource of which there is `capacity`. */
  | ({
      readonly kind: 'resource';
      readonly tasks: readonly TaskId[];
      readonly resource: string;
      readonly capacity: number;
      readonly amount: number;
    } & Around)
  /** They share a wave with nobody; the `others` share theirs. */
  | { readonly kind: 'alone'; readonly tasks: readonly TaskId[]; readonly others: number };

interface Around {
  readonly before: number;
  readonly behind: number;
}

export interface TaskEstimate {
  readonly task: TaskId;
  readonly minutes: number;
  /** `task`: earlier runs of the same task; `runs`: earlier runs of others here; `equal`: nothing is known, so all count alike. */
  readonly source: 'task' | 'runs' | 'budget' | 'equal';
}

/** A warning about the input that does not stop the plan. */
export interface PlanNote {
  readonly code: string;
  readonly message: string;
  readonly task?: TaskId;
  /** With code Q_VAGUE: what to ask the author. */
  readonly question?: VagueQuestion;
}
