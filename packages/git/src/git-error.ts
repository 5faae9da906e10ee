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
    this.failure = failureOf(failed, this.message);
    this.stderr = failed.stderr;
  }
}

function failureOf(failed: Failed, message: string): Failure {
  if (saysDisk(failed.stderr)) return diskFailure(message);
  return DAMAGE.test(failed.stderr)
    ? { reason: 'object-damaged', message: failed.stderr.trim() }
    : { reason: 'git-failed', ...failed };
}

/** Of a file cut short, or with other bytes than it was written with. */
const DAMAGE = /^(error|fatal): (object file .* is empty|(loose|packed) object .* is corrupt|inflate: data stream error)/m;

/** One sentence: what git was to do, and what it said. */
export function failedText({ command, exitCode, stderr }: Failed): string {
  return `git ${verbOf(command)} failed: ${stderr.trim() || `exit code ${exitCode}`}`;
}
