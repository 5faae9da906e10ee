import type { Again, Interrupted } from './again.js';
import type { Breach, Protection } from './claim.js';
import type { CommitId } from './commit.js';
import type { ReviewMode } from './config.js';
import type { TaskFailure } from './failure.js';
import type { Phase } from './lane.js';
import type { LintFault } from './lint-fault.js';
import type { ReplanCause } from './replan.js';
import type { Work } from './run.js';
import type { RunId } from './run-id.js';
import type { TaskId } from './task.js';
import type { Usage } from './usage.js';

/** What happened in a run: facts in the past tense, the words of the journal. State is the fold of these and nothing else. */
export type RunEvent =
  | RunStarted
  | { readonly ev: 'run-resumed' }
  | { readonly ev: 'wave-started'; readonly wave: number; readonly base: CommitId }
  | RunReplanned
  /** Intent: written before the lane opens. */
  | {
      readonly ev: 'task-started';
      readonly task: TaskId;
      readonly attempt: number;
      readonly lane: number;
      readonly base: CommitId;
      /** Paths it holds from the start, sorted. */
      readonly claims?: readonly string[];
      /** Dollars of the run's budget that are kept for it while it runs; missing when the run has none, or not enough left. */
      readonly usd?: number;
      readonly again?: Again;
    }
  /** It asked for a file that nobody held, and holds it now. */
  | { readonly ev: 'task-claimed'; readonly task: TaskId; readonly path: string }
  /** The first time for each file and way of finding out. */
  | { readonly ev: 'task-breached'; readonly task: TaskId; readonly breach: Breach }
  | { readonly ev: 'task-phase'; readonly task: TaskId; readonly phase: Phase }
  | { readonly ev: 'session-started'; readonly task: TaskId; readonly sessionId: string; readonly model?: string }
  | { readonly ev: 'task-committed'; readonly task: TaskId; readonly work: Work; readonly usage: Usage }
  | {
      readonly ev: 'task-failed';
      readonly task: TaskId;
      readonly failure: TaskFailure;
      readonly commit?: CommitId;
      readonly usage: Usage;
      /** ISO 8601. What it held stays held until then, for something of it may still be at work. */
      readonly safeAt?: string;
    }
  /** Interrupted: the task will be started again, with `again` in its own place and conversation. */
  | {
      readonly ev: 'task-stopped';
      readonly task: TaskId;
      readonly commit?: CommitId;
      readonly usage: Usage;
      readonly again?: Interrupted;
    }
  /** It failed for a reason that passes, and will be started again, not before `notBefore` (ISO 8601). */
  | {
      readonly ev: 'task-retried';
      readonly task: TaskId;
      readonly failure: TaskFailure;
      readonly commit?: CommitId;
      readonly usage: Usage;
      readonly notBefore: string;
    }
  /** Files of the shared git directory that decide what every git does here changed while its session ran; sorted. */
  | {
      readonly ev: 'task-git-changed';
      readonly task: TaskId;
      readonly paths: readonly string[];
      /** Files of its place that decide what runs, and that git ignores. */
      readonly ignored?: readonly string[];
    }
  | { readonly ev: 'task-blocked'; readonly task: TaskId; readonly by: TaskId }
  | {
      readonly ev: 'task-held';
      readonly task: TaskId;
      readonly paths: readonly string[];
      readonly with: readonly TaskId[];
      /** Why nobody should have to check out what it brings; missing: its merge conflicts. */
      readonly faults?: readonly LintFault[];
    }
  /** Intent: the exact tree of `candidate` passed verification; the integration branch is about to move from `old` to it. */
  | {
      readonly ev: 'task-verified';
      readonly task: TaskId;
      readonly old: CommitId;
      readonly candidate: CommitId;
      readonly seconds: number;
    }
  | { readonly ev: 'task-integrated'; readonly task: TaskId; readonly commit: CommitId }
  /** By the user's word: this commit of it may be integrated. */
  | { readonly ev: 'task-approved'; readonly task: TaskId; readonly commit: CommitId }
  /** Intent, for several tasks merged one onto the other: the tree of the last member passed, and the branch is about to move from `old` to it. */
  | { readonly ev: 'batch-verified'; readonly old: CommitId; readonly members: readonly BatchMember[]; readonly seconds: number }
  /** Merged together they did not pass; which of them it is will be found out. Changes no state. */
  | {
      readonly ev: 'batch-failed';
      readonly tasks: readonly TaskId[];
      readonly command: string;
      readonly exitCode: number | null;
    }
  /** A tip failed verification without the tasks that were to be integrated, so none of them is to blame. */
  | {
      readonly ev: 'base-red';
      readonly commit: CommitId;
      readonly command: string;
      readonly exitCode: number | null;
      readonly tail: string;
    }
  /** By the user's word: it and those it blocks are to run again. */
  | { readonly ev: 'task-reopened'; readonly task: TaskId }
  /** Intent: the integration branch is about to go back from `from` to `to`, which is without the task. */
  | { readonly ev: 'task-undone'; readonly task: TaskId; readonly from: CommitId; readonly to: CommitId }
  /** Intent: the branch the run started from is about to move, by the user's word. */
  | { readonly ev: 'run-landing'; readonly branch: string; readonly from: CommitId; readonly to: CommitId }
  | { readonly ev: 'run-landed' }
  /** Intent: the landing is about to be taken back. */
  | { readonly ev: 'landing-undone' }
  /** Nothing new starts until then (ISO 8601). */
  | { readonly ev: 'run-paused'; readonly why: string; readonly until: string }
  | { readonly ev: 'run-interrupted'; readonly why: string }
  /** Before the end: the branch it started from is no longer where it was. `is`: where it is now; missing: it is gone. */
  | { readonly ev: 'base-moved'; readonly branch: string; readonly is?: CommitId }
  | { readonly ev: 'run-finished'; readonly tip: CommitId }
  /** `clean` took its worktrees away before it was finished. */
  | { readonly ev: 'run-abandoned' }
  /** For the reader of the journal; changes no state. */
  | { readonly ev: 'note'; readonly task?: TaskId; readonly text: string };

/** One task in a batch and its own commit there. */
export interface BatchMember {
  readonly task: TaskId;
  readonly commit: CommitId;
}

/** What has not begun is planned anew; nothing that runs or is done moves. */
export interface RunReplanned {
  readonly ev: 'run-replanned';
  readonly because: ReplanCause;
  /** Tasks that have another place than before; in a stream: those that now keep clear of others. In plan order. */
  readonly moved: readonly TaskId[];
  /** Missing in a stream: the waves that come, the first of them with this number; at their end those whose tasks are blocked. */
  readonly from?: number;
  readonly waves?: readonly (readonly TaskId[])[];
}

export interface RunStarted {
  readonly ev: 'run-started';
  readonly run: RunId;
  readonly plan: string;
  /** Object id of what the run works from, so that another in its place is known. */
  readonly frozen?: string;
  readonly base: CommitId;
  readonly baseBranch: string | null;
  readonly integration: string;
  readonly concurrency: number;
  /** Absent: in waves. */
  readonly schedule?: 'stream';
  readonly runner: string;
  readonly budget?: number;
  /** None if not given. */
  readonly review?: ReviewMode;
  readonly protection?: Protection;
  /** How often a held task is taken up again by itself; 0 in older journals. */
  readonly reworks?: number;
  readonly tasks: readonly { readonly id: TaskId; readonly wave: number; readonly after: readonly TaskId[] }[];
  /** The version of Breakwater that wrote the journal. */
  readonly version: string;
}

/** A journal record: an event with its place in the order. `t` is for display; order is `seq`. */
export interface Recorded {
  readonly v: 1;
  readonly seq: number;
  /** Wall time, ISO 8601. */
  readonly t: string;
  readonly event: RunEvent;
}
