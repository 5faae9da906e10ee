import type { Failure } from './failure.js';

/** System error codes with which a disk refuses: it is full, not writable for us, broken, or no more files may be open. */
const CODES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'EIO']);

/** What programs print for them; git leaves out the reason when it cannot write a lock file or an index to its end. */
const WORDS =
  /No space left on device|Disk quota exceeded|Read-only file system|(Input\/output|i\/o) error|Too many open files|(?<!cannot (run|exec) .*)Permission denied|couldn't write '|Out of diskspace|unable to write new[ _]index file/i;

/** Whether an error of the system says that the disk refuses. */
export function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && CODES.has(error.code);
}

/** Whether a program that failed says so. */
export function saysDisk(stderr: string): boolean {
  return WORDS.test(stderr);
}

export function diskFailure(message: string): Extract<Failure, { reason: 'environment' }> {
  const hint = 'Make room or mend the permissions; a run that was going on continues with: breakwater resume';
  return { reason: 'environment', code: 'E_DISK', message, hint };
}

export function isDiskFailure(failure: Failure): boolean {
  return failure.reason === 'environment' && failure.code === 'E_DISK';
}
