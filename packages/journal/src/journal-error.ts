import type { Failure } from '@breakwater/model';
import { notWritable } from './not-writable.js';

/** Thrown where a record could not be written: the disk refuses, which is no bug. Carries the failure to show. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly failure: Failure;

  /** `what`: which file, and what follows from it. */
  constructor(what: string, cause: unknown) {
    const failure = notWritable(what, cause);
    super(failure.message, { cause });
    this.failure = failure;
  }
}
