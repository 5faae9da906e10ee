import { GitError } from '@breakwater/git';
import type { Failure } from '@breakwater/model';

/** What to show for an error that a verb threw: git said no to something that should have worked, or the disk did. Undefined: a bug. */
export function expectedFailure(error: unknown): Failure | undefined {
  if (error instanceof GitError) return error.failure;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!DISK.has(code)) return undefined;
  const message = error instanceof Error ? error.message : code;
  return {
    reason: 'environment',
    code: 'E_DISK',
    message,
    hint: 'Make room or mend the permissions; a run that was going on continues with: breakwater resume',
  };
}

const DISK: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'EIO']);
