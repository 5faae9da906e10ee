import type { Budget, ClaudeSettings, Failure, News, Result, Runner, TaskFailure, Usage } from '@breakwater/model';
import type { PlaceholderValues } from './command/fill-placeholders.js';
import type { GuardOrder } from './guard/guard.js';
import type { Confinement } from './sandbox/confinement.js';

/** Starts one agent in a folder and follows it to its end. */
export interface SessionOrder {
  readonly runner: Runner;
  readonly claude: ClaudeSettings;
  readonly task: string;
  /** UUID; Claude Code keeps the conversation under it. */
  readonly sessionId: string;
  readonly cwd: string;
  /** The whole environment of the process; see `sessionEnvironment`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly prompt: string;
  /** A conversation to go on with, and what to say in it; where it is not found, `prompt` begins a new one. Only Claude Code keeps any. */
  readonly conversation?: { readonly session: string; readonly prompt: string };
  readonly model?: string;
  readonly budget: Budget;
  /** Shell commands the session may run besides git. */
  readonly verify: readonly string[];
  /** Raw output goes here, mode 600, capped. */
  readonly logFile: string;
  readonly onNews: (news: News) => void;
  /** Whom Claude Code must ask before it writes; without it nothing is asked. Other runners cannot be made to ask. */
  readonly guard?: GuardOrder;
  /** Where it may write, besides what its runner keeps for the person; without it, wherever the account may. */
  readonly confinement?: Confinement;
  /** Aborting asks the session to stop: TERM, grace, KILL, sweep. */
  readonly signal: AbortSignal;
}

export type SessionEnd =
  | { readonly end: 'succeeded'; readonly usage: Usage; readonly summary: string }
  | { readonly end: 'failed'; readonly failure: TaskFailure; readonly usage: Usage }
  | { readonly end: 'stopped'; readonly usage: Usage };

/** The user's own commands (prepare, verify), run one after another in their shell until one fails. */
export interface CommandsOrder {
  readonly commands: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** `{base}` and the like, replaced in the command when they are ids by pattern, else passed quoted. */
  readonly values: PlaceholderValues;
  readonly logFile: string;
  /** Wall limit for each command. */
  readonly minutes: number;
  readonly signal: AbortSignal;
  readonly onLine?: (line: string) => void;
}

export type CommandsEnd =
  | { readonly end: 'passed'; readonly seconds: number }
  | {
      readonly end: 'failed';
      readonly command: string;
      readonly exitCode: number | null;
      readonly signal?: string;
      readonly tail: string;
    }
  | { readonly end: 'stopped' };

/** What is known of a runner before anything starts. */
export type RunnerCheck = Result<{ readonly description: string; readonly warnings: readonly string[] }, Failure>;
