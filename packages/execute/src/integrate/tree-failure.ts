import type { TaskFailure } from '@breakwater/model';

/** A failure that tells about a tree. Any other is the fault of the place: a full disk, a folder gone. */
export type TreeFailure = Extract<TaskFailure, { reason: 'prepare' | 'verify' }>;

export function isTreeFailure(failure: TaskFailure): failure is TreeFailure {
  return failure.reason === 'prepare' || failure.reason === 'verify';
}

/** The commands through the one that failed: later ones say nothing about it, earlier ones may make what it needs. Preparing needs none. */
export function commandsThrough(commands: readonly string[], { reason, command }: TreeFailure): readonly string[] {
  if (reason === 'prepare') return [];
  // One that makes files anew proves no task, so it is in no list.
  return commands.includes(command) ? commands.slice(0, commands.indexOf(command) + 1) : [command];
}
