import { diskFailure, type Failure, saysDisk } from '@breakwater/model';
import { verbOf } from './run/verb.js';

type Failed = Omit<Extract<Failure, { reason: 'git-failed' }>, 'reason'>;

/** Thrown where a method has no failure to answer with: git said no to something that should have worked. Carries the failure to show. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly failure: Failure;
  readonly stderr: string;

  constructor(failed: Failed) {
    super(failedText(failed));
    this.failure = saysDisk(failed.stderr) ? diskFailure(this.message) : { reason: 'git-failed', ...failed };
    this.stderr = failed.stderr;
  }
}

/** One sentence: what git was to do, and what it said. */
export function failedText({ command, exitCode, stderr }: Failed): string {
  return `git ${verbOf(command)} failed: ${stderr.trim() || `exit code ${exitCode}`}`;
}
