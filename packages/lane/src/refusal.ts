import { GitError } from '@breakwater/git';

/** What git or the system refused though it should have worked, in a sentence: a full disk, a folder gone. Anything else is a bug and thrown. */
export function refusal(error: unknown): string {
  if (error instanceof GitError) return error.message;
  if (error instanceof Error && 'syscall' in error) return error.message;
  throw error;
}
