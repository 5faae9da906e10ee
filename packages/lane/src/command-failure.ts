import type { TaskFailure } from '@breakwater/model';
import type { CommandsEnd } from '@breakwater/session';

export type CommandFailure = Extract<TaskFailure, { reason: 'prepare' | 'verify' }>;

/** A command's end as the failure of a task. */
export function commandFailure(reason: 'prepare' | 'verify', end: Extract<CommandsEnd, { end: 'failed' }>): CommandFailure {
  const { command, exitCode, signal, tail } = end;
  return { reason, command, exitCode, tail: signal === undefined ? tail : `${tail}\nended by ${signal}`.trim() };
}
