import type { Interrupted } from './again.js';
import type { Breach, Protection } from './claim.js';
import type { CommitId } from './commit.js';
import type { ReviewMode, ScheduleKind } from './config.js';
import type { TaskFailure } from './failure.js';
import type { Phase } from './lane.js';
import type { LintFault } from './lint-fault.js';
import type { Pace } from './pace.js';
import type { RunId } from './run-id.js';
import type { TaskId } from './task.js';
import type { Usage } from './usage.js';

/**
 * Where a task stands. Each state carries exactly what is valid in it.
 *
 *     pending -> running -> committed -> verified -> integrated
 *        |          |           |            |
 *        |          |           +-> failed   +-> held -> running again, on the new tip
 *        |          +-> failed, or pending again when interrupted
 *        +-> blocked
 */
export type TaskState =
  /** `again`: it was interrupted and goes on where it was. Not before `notBefore` (ISO 8601), when it failed for a reason that passes. */
  | { readonly state: 'pending'; readonly again?: Interrupted; readonly notBefore?: string }
  | {
      readonly state: 'running';
      readonly lane: number;
      readonly attempt: number;
      readonly base: CommitId;
      readonly phase: Phase;
      readonly since: string;
      /** Dollars of the run's budget that are kept for it. */
      readonly usd?: number;
      /** What is being reworked: the work that was held. */
      readonly reworks?: Collision;
    }
  | { readonly state: 'committed'; readonly attempt: number; readonly work: Work; readonly approved?: true }
  | {
      readonly state: 'verified';
      readonly attempt: number;
      readonly work: Work;
      readonly candidate: CommitId;
      readonly old: CommitId;
      /** Of a batch: the last commit, whose tree is the one that was verified and to which the branch moves. */
      readonly through?: CommitId;
    }
  | { readonly state: 'integrated'; readonly attempt: number; readonly work: Work; readonly commit: CommitId }
  /** Reworked not before `notBefore`, when that failed for a reason that passes. */
  | ({ readonly state: 'held'; readonly notBefore?: string } & Collision)
  | {
      readonly state: 'failed';
      readonly attempt: number;
      readonly failure: TaskFailure;
      readonly work?: Work;
      readonly commit?: CommitId;
      readonly safeAt?: string;
    }
  | { readonly state: 'blocked'; readonly by: TaskId };

/** Work that does not fit what others integrated before it. */
export interface Collision {
  readonly attempt: number;
  readonly work: Work;
  readonly paths: readonly string[];
  readonly with: readonly TaskId[];
  /** What is wrong with the tree it brings; missing: its merge conflicts. */
  readonly faults?: readonly LintFault[];
  /** Why taking it up again did not help either. */
  readonly failure?: TaskFailure;
}

/** What a session left: its tip and what changed between base and tip. */
export interface Work {
  readonly base: CommitId;
  readonly commit: CommitId;
  readonly changes: readonly Change[];
  /** Uncommitted work that we committed for it. */
  readonly savedByUs: boolean;
  /** Files that conflicted with what is integrated when it was taken up again, and that the policies of their hubs settled. */
  readonly settled?: readonly string[];
  readonly drift: Drift;
}

export interface Change {
  readonly path: string;
  readonly added: number;
  readonly removed: number;
}

/** Actual minus predicted. Paths sorted. */
export interface Drift {
  /** Changed, though not predicted. */
  readonly unpredicted: readonly string[];
  /** Predicted as certain or likely, and left alone. */
  readonly untouched: readonly string[];
  /** Changed, and also changed by a task that ran at the same time. */
  readonly alsoChangedBy: readonly { readonly path: string; readonly task: TaskId }[];
}

/** One task in a run: its state and what all its attempts spent. */
export interface TaskRun {
  readonly id: TaskId;
  readonly wave: number;
  readonly after: readonly TaskId[];
  readonly state: TaskState;
  readonly attempts: number;
  /** Attempts that were repeated without anybody asking. */
  readonly retries: number;
  readonly usage: Usage;
  /** Dollars that were kept for sessions which did not tell what they spent; it was this at most. */
  readonly unknownUsd?: number;
  /** Seconds its merged tree took to pass, all attempts. */
  readonly verifySeconds: number;
  /** Paths its present or last session was given, in the order given. */
  readonly claims: readonly string[];
  /** Of all attempts. */
  readonly breaches: readonly Breach[];
  /** Files of the shared git directory that changed while one of its sessions ran, sorted. */
  readonly gitChanged?: readonly string[];
  /** Files of its places that decide what runs, that git ignores, and that changed while one of its sessions ran; sorted. */
  readonly ignoredChanged?: readonly string[];
  /** The attempt whose place of work is in use, when it is not its own. */
  readonly place?: number;
  /** The conversation of its last session, under which the runner keeps it. */
  readonly session?: string;
  /** How often it may be taken up again after a collision. */
  readonly reworksLeft: number;
}

export type RunOutcome = 'running' | 'interrupted' | 'finished' | 'abandoned';

/** The fold of a run's events. */
export interface RunState {
  readonly run: RunId;
  readonly plan: string;
  /** Object id of what it works from. */
  readonly frozen?: string;
  readonly base: CommitId;
  readonly baseBranch: string | null;
  readonly integration: string;
  /** Tip of the integration branch as far as the events tell. */
  readonly tip: CommitId;
  /** What is integrated, in the order of the chain. */
  readonly chain: readonly { readonly task: TaskId; readonly commit: CommitId }[];
  /** The base branch was no longer at the base when the run ended. `is`: where it was then; missing: it was gone. */
  readonly baseMoved?: { readonly is?: CommitId };
  /** Where the user had it landed. */
  readonly landing?: { readonly branch: string; readonly from: CommitId; readonly to: CommitId };
  /** The last step that was taken back. */
  readonly undone?: { readonly from: CommitId; readonly to: CommitId };
  /** The last tip that was found to fail verification by itself. */
  readonly red?: { readonly commit: CommitId; readonly command: string; readonly exitCode: number | null };
  /** When a person has to approve before work is integrated. */
  readonly review: ReviewMode;
  readonly concurrency: number;
  readonly schedule: ScheduleKind;
  readonly pace: Pace;
  readonly runner: string;
  /** Undefined in journals older than the fence. */
  readonly protection?: Protection;
  /** Run budget in dollars. */
  readonly budget?: number;
  /** Task ids by wave. */
  readonly waves: readonly (readonly TaskId[])[];
  /** The wave that runs, from 1; 0 before the first, and in a stream. */
  readonly wave: number;
  /** The commit the present wave works on. */
  readonly waveBase: CommitId;
  /** In plan order: wave by wave. */
  readonly tasks: readonly TaskRun[];
  readonly outcome: RunOutcome;
  /** Why it was interrupted, for a person. */
  readonly stoppedBy?: string;
  readonly resumed: number;
  readonly startedAt: string;
  readonly lastEventAt: string;
  /** Seconds of work, gaps between sittings left out. */
  readonly seconds: number;
}
