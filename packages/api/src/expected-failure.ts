import { GitError } from '@breakwater/git';
import { JournalError } from '@breakwater/journal';
import { diskFailure, type Failure, isDiskError } from '@breakwater/model';

/** What to show for an error that a verb threw: git said no to something that should have worked, or the disk did. Undefined: a bug. */
export function expectedFailure(error: unknown): Failure | undefined {
  if (error instanceof GitError || error instanceof JournalError) return error.failure;
  return isDiskError(error) ? diskFailure(error.message) : undefined;
}
