import type { Failure } from '@breakwater/model';

/** The disk refuses; `what` says which file, and what could not be done with it. */
export function notWritable(what: string, error: unknown): Extract<Failure, { reason: 'environment' }> {
  return {
    reason: 'environment',
    code: 'E_JOURNAL_WRITE',
    message: `${what}: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'make room on the disk, or make the git directory writable; a run that was going on continues with: breakwater resume',
  };
}
