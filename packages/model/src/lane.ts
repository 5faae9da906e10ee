import type { Again } from './again.js';
import type { Fence } from './claim.js';
import type { CommitId } from './commit.js';
import type { Runner } from './config.js';
import type { TaskFailure } from './failure.js';
import type { RunId } from './run-id.js';
import type { Budget, TaskId } from './task.js';
import type { Usage } from './usage.js';

/**
 * What `execute` and a place of work say to each other. Everything here is plain JSON with a version: no functions,
 * no paths, no Buffers, so that a lane may be a worktree here or the same on another machine.
 */
export interface LaneId {
  readonly run: RunId;
  readonly task: TaskId;
  /** Counts from 1. */
  readonly attempt: number;
  /** The attempt whose place of work is used, when it is not its own. */
  readonly place?: number;
}

/** Opens a place of work at a commit, prepares it and runs one session there. Idempotent by `id`. */
export interface LaneOrder {
  readonly version: 1;
  readonly id: LaneId;
  /** The i-th slot, from 0: stable ports and temporary folder. */
  readonly lane: number;
  readonly base: CommitId;
  /** Tasks that have not begun when this one does, so that the place may get ready for them; none when undefined. */
  readonly waiting?: number;
  /** Short name of the branch the work ends on, e.g. breakwater/7f3a/order-api. */
  readonly branch: string;
  readonly prompt: string;
  /** Goes on with earlier work in the place that `id` names. */
  readonly again?: {
    readonly why: Again['why'];
    /** Where that work is. What of `base` is not in it yet is merged into it first; conflicts are left for the session. */
    readonly commit: CommitId;
    /** The conversation to go on with, and what to say in it. Where it cannot be found, `prompt` begins a new one. */
    readonly conversation?: { readonly session: string; readonly prompt: string };
  };
  readonly runner: Runner;
  readonly fence: Fence;
  /** Paths it holds from the start, so that nobody need be asked about them. */
  readonly grants: readonly string[];
  readonly model?: string;
  readonly budget: Budget;
  /** Commands the session may run besides git: those that will verify its work. */
  readonly verify: readonly string[];
  /** Undefined: detected. */
  readonly prepare?: readonly string[];
  /** What the commit says if the session leaves work uncommitted. */
  readonly commitMessage: string;
}

/** Runs commands on a commit, in a place without a session. */
export interface VerifyOrder {
  readonly version: 1;
  readonly run: RunId;
  readonly task: TaskId;
  readonly base: CommitId;
  readonly head: CommitId;
  readonly commands: readonly string[];
  readonly prepare?: readonly string[];
}

export type VerifyEnd =
  | { readonly end: 'passed'; readonly seconds: number }
  | { readonly end: 'failed'; readonly failure: TaskFailure }
  | { readonly end: 'stopped' };

/**
 * Makes files anew that two sides changed, by commands run on their merge. `base` is what it was merged onto and whole in itself, while
 * those files may not fit the rest of `head` yet.
 */
export interface RegenerateOrder extends Omit<VerifyOrder, 'commands'> {
  readonly rules: readonly { readonly files: readonly string[]; readonly command: string }[];
}

export type RegenerateEnd =
  /** `commit`: the head with what the commands made of the files of the rules; `left`: what else they changed, sorted. */
  | { readonly end: 'made'; readonly commit: CommitId; readonly left: readonly string[] }
  | { readonly end: 'failed'; readonly failure: TaskFailure }
  | { readonly end: 'stopped' };

/** How a lane ends. `lost` is not `failed`: what it held stays held until `safeAt` (ISO 8601). */
export type LaneEnd =
  | {
      readonly end: 'committed';
      readonly commit: CommitId;
      readonly savedByUs: boolean;
      readonly usage: Usage;
      /** Files that conflicted with what is integrated when the place was opened, and that the policies of their hubs settled. */
      readonly settled?: readonly string[];
    }
  | { readonly end: 'failed'; readonly failure: TaskFailure; readonly commit?: CommitId; readonly usage: Usage }
  | { readonly end: 'stopped'; readonly commit?: CommitId; readonly usage: Usage }
  | { readonly end: 'lost'; readonly safeAt: string; readonly message: string };

/** News from a lane: at least once, ordered by (lane, seq). For the live view; decisions rest on `LaneEnd`. */
export interface LaneNews {
  readonly id: LaneId;
  readonly seq: number;
  readonly news: News;
}

export type News =
  | { readonly kind: 'phase'; readonly phase: Phase; readonly detail?: string }
  | { readonly kind: 'session'; readonly sessionId: string; readonly model?: string }
  /** What the session does now, in a few words: `edits history.page.tsx`. */
  | { readonly kind: 'activity'; readonly text: string }
  | { readonly kind: 'usage'; readonly usage: Usage }
  /**
   * Files that decide what every git here does and that changed while the session ran, by path below the git directory or absolute; who
   * changed them is not known. `ignored`: files of its place that decide what runs, and are in no diff because git ignores them.
   */
  | { readonly kind: 'git-changed'; readonly paths: readonly string[]; readonly ignored?: readonly string[] }
  | { readonly kind: 'warning'; readonly text: string };

export type Phase = 'open' | 'prepare' | 'session' | 'save' | 'verify';

/** What a session asks of the orchestrator while it works; the answer may be a refusal. */
export interface Ask {
  readonly ask: 'write';
  readonly id: LaneId;
  /** Relative to the root of the repository, in canonical form. */
  readonly path: string;
  /** It was written already, by a shell command: too late to prevent, in time to be told. */
  readonly written?: boolean;
}
export type Answer =
  /** It holds the file from now on and need not ask again. */
  { readonly answer: 'granted' } | { readonly answer: 'refused'; readonly holder?: TaskId; readonly why: string };
