import type { Fence, Isolation, SandboxUse } from './claim.js';
import type { Budget } from './task.js';

/** How much predicted risk may cost in waves. */
export type Caution = 'fast' | 'balanced' | 'careful';

/** From this probability on, a pair is kept apart, unless the configuration says another or the caution is `fast`. */
export const BLOCKING_RISK = 0.5;

/** Waves with barriers, or each task as soon as what blocks it is integrated. */
export type ScheduleKind = 'waves' | 'stream';

/** When a person looks at the work: never while the run goes on, after each wave, or before each task is integrated. */
export type ReviewMode = 'none' | 'wave' | 'task';

export interface ReviewSettings {
  readonly mode: ReviewMode;
  /** Minutes a person needs for one task's work; undefined: not said, so nothing is forecast. */
  readonly minutesPerTask?: number;
  /** People who review side by side. */
  readonly reviewers: number;
}

/** How long the search for an arrangement may go on, counted in steps, so that the plan is the same on any machine. */
export type Effort = 'low' | 'default' | 'more' | 'high';

/** What runs a task. */
export type Runner =
  | { readonly kind: 'claude' }
  | { readonly kind: 'command'; readonly command: readonly string[] }
  /** Replays prepared edits: everything real but the model. */
  | { readonly kind: 'rehearsal'; readonly edits: string };

/** What to do about a file that nearly every change touches. */
export interface HubRule {
  /** Globs. */
  readonly files: readonly string[];
  readonly policy: 'serialize' | 'regenerate' | 'union' | 'ignore';
  /** With `regenerate`: the command that makes the file anew on the merged tree. */
  readonly command?: string;
}

export interface ClaudeSettings {
  readonly command: string;
  readonly model?: string;
  readonly permissionMode: string;
  /** Permission rules added to those Breakwater makes for each task. */
  readonly allow: readonly string[];
}

/** What the program uses, after defaults; what a person may write is the schema in `tasks`. */
export interface Config {
  readonly tasks?: string;
  readonly concurrency: number;
  readonly caution: Caution;
  /** Pairs at or above this risk are kept apart, unless the caution is `fast`. */
  readonly threshold: number;
  readonly schedule: ScheduleKind;
  readonly effort: Effort;
  readonly review: ReviewSettings;
  readonly runner: Runner;
  readonly verify: readonly string[];
  /** Undefined: the package manager's own install, detected. */
  readonly prepare?: readonly string[];
  /** Commands that take away what was set up outside of a worktree; run when its session or the verification is over. */
  readonly teardown?: readonly string[];
  /** Variables that those commands get besides what builds commonly need: names, or `NAME_*`; a secret only by its name. */
  readonly environment?: readonly string[];
  readonly worktrees: { readonly directory: string; readonly include: readonly string[] };
  readonly hubs: readonly HubRule[];
  /** Capacity by resource name; a resource not named here has capacity 1. */
  readonly resources: Readonly<Record<string, number>>;
  readonly lanes: {
    readonly env: Readonly<Record<string, string>>;
    /** Inclusive port ranges by name. */
    readonly ports: Readonly<Record<string, readonly [number, number]>>;
    /** A file of the worktree that gets the lane's variables, relative. */
    readonly file?: string;
  };
  readonly claude: ClaudeSettings;
  readonly fence: Fence;
  readonly sandbox: SandboxUse;
  /** Absent, as in runs that began before there was a choice: worktrees. */
  readonly isolation?: Isolation;
  readonly budget: { readonly usd?: number; readonly perTask: Budget };
  /** How often a session that the provider refused for now is started again, and after how many seconds; doubled each time. */
  readonly retry: { readonly times: number; readonly seconds: number };
}
