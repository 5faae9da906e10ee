import type { Failure } from '@breakwater/model';

/** Thrown where a method has no failure to answer with: git said no to something that should have worked. Carries the failure to show. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly failure: Failure;
  readonly stderr: string;

  constructor(failed: { readonly command: readonly string[]; readonly exitCode: number | null; readonly stderr: string }) {
    super(`git ${verbOf(failed.command)} failed: ${failed.stderr.trim() || `exit code ${failed.exitCode}`}`);
    this.failure = { reason: 'git-failed', ...failed };
    this.stderr = failed.stderr;
  }
}

/** The first word that is neither an option nor a setting. */
function verbOf(command: readonly string[]): string {
  return command.find((word, n) => !word.startsWith('-') && command[n - 1] !== '-c') ?? '';
}
