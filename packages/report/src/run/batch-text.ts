import type { RunEvent } from '@breakwater/model';
import { listed } from '../quantities.js';

type Happened<E extends RunEvent['ev']> = Extract<RunEvent, { ev: E }>;

export function batchFailedText({ tasks, command, exitCode }: Happened<'batch-failed'>): string {
  return `${listed(tasks)} together: verify said no (${command}, ${exit(exitCode)}); looking for the one it is`;
}

export function baseRedText({ commit, command, exitCode }: Happened<'base-red'>): string {
  return `${commit.slice(0, 7)} fails verification before any of these tasks (${command}, ${exit(exitCode)}): mend it, for only a task that mends it can be integrated`;
}

function exit(code: number | null): string {
  return code === null ? 'ended by a signal' : `exit code ${code}`;
}
