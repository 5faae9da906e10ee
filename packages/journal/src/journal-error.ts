import type { Failure } from '@breakwater/model';

/** Thrown where what runs recorded cannot be written or listed: the disk refuses, which is no bug. Carries the failure to show. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly failure: Failure;

  constructor(failure: Failure, cause: unknown) {
    super('message' in failure ? String(failure.message) : failure.reason, { cause });
    this.failure = failure;
  }
}
