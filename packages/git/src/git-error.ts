import { diskFailure, type Failure, saysDisk } from '@breakwater/model';
import { verbOf } from './run/verb.js';

/** Thrown where a method has no failure to answer with: git said no to something that should have worked. Carries the failure to show. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly failure: Failure;
  readonly stderr: string;

  constructor(failed: { readonly command: readonly string[]; readonly exitCode: number | null; readonly stderr: string }) {
    super(`git ${verbOf(failed.command)} failed: ${failed.stderr.trim() || `exit code ${failed.exitCode}`}`);
    this.failure = saysDisk(failed.stderr) ? diskFailure(this.message) : { reason: 'git-failed', ...failed };
    this.stderr = failed.stderr;
  }
}
