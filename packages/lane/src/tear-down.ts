import { type CommandsOrder, runCommands } from '@breakwater/session';

/** Minutes for each command. */
const LIMIT_MINUTES = 5;

export interface TearDownOrder extends Pick<CommandsOrder, 'cwd' | 'environment' | 'values' | 'logFile'> {
  readonly commands: readonly string[];
}

/**
 * The user's commands that take away what preparing or a session set up outside of the worktree: a database, containers. Every one is
 * run, also after one that fails and after a stop. Answers sentences about those that failed; the work is saved by then, so they change nothing.
 */
export async function tearDown(order: TearDownOrder): Promise<readonly string[]> {
  const warnings: string[] = [];
  for (const command of order.commands) {
    const signal = new AbortController().signal;
    const end = await runCommands({ ...order, commands: [command], minutes: LIMIT_MINUTES, signal });
    if (end.end === 'failed')
      warnings.push(`teardown failed (${command}, exit code ${end.exitCode ?? 'none'}): ${lastLine(end.tail)}`);
  }
  return warnings;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
