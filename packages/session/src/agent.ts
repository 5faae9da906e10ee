import type { Result, TaskFailure, Usage } from '@breakwater/model';

/** One runner at one task: how to start it and how to understand it. Living: it hears lines until it is judged. */
export interface Agent {
  /** Program and arguments. */
  readonly command: readonly string[];
  readonly stdin: string;
  readonly onLine: (line: string, from: 'stdout' | 'stderr') => void;
  /** What it spent so far; `seconds` is wall time. */
  readonly usage: (seconds: number) => Usage;
  /** Whether it ever got to work, for those who tell; a conversation that is not found never does. */
  readonly begun?: () => boolean;
  /** Whether it did its task, once it ended by itself: its last words, or what went wrong. */
  readonly judge: (exit: AgentExit) => Result<string, TaskFailure>;
}

export interface AgentExit {
  readonly exitCode: number | null;
  readonly signal?: string;
}

/** Exit code or signal in words. */
export function exitText({ exitCode, signal }: AgentExit): string {
  return signal === undefined ? `exit code ${exitCode}` : `ended by ${signal}`;
}
