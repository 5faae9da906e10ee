import { type TaskFailure, unreachable } from '@breakwater/model';
import { listed } from '../quantities.js';
import { safeText } from '../safe-text.js';

/** Why a task failed, in one line without a full stop. */
export function describeTaskFailure(failure: TaskFailure): string {
  return safeText(words(failure));
}

function words(failure: TaskFailure): string {
  switch (failure.reason) {
    case 'worktree':
      return `its worktree could not be made: ${firstLine(failure.message)}`;
    case 'disk':
      return `the disk refused: ${firstLine(failure.message)}`;
    case 'unsaved':
      return `git refused to save it: ${firstLine(failure.message)}`;
    case 'prepare':
      return `prepare failed (${firstLine(failure.command)}, ${exit(failure.exitCode)})`;
    case 'runner-missing':
      return `${failure.command} could not be started: ${firstLine(failure.message)}`;
    case 'session-failed':
      return `the session failed (${failure.signal ?? exit(failure.exitCode)}): ${firstLine(failure.message)}`;
    case 'api-error':
      return `the provider refused${failure.status === undefined ? '' : ` (${failure.status})`}: ${firstLine(failure.message)}`;
    case 'account-limit':
      return `the provider gives no more for now: ${firstLine(failure.message)}`;
    case 'budget':
      return `its limit of ${LIMITS[failure.limit]} was reached: ${firstLine(failure.message)}`;
    case 'fence':
      return `it changed what it was not to touch: ${listed(failure.paths.slice(0, 3))}${more(failure.paths.length - 3)}`;
    case 'guard':
      return `it wrote past the guard: ${firstLine(failure.message)}`;
    case 'no-change':
      return 'the session ended well and changed nothing';
    case 'off-base':
      return `nothing of it can be integrated: ${firstLine(failure.message)}`;
    case 'verify':
      return failure.makes === undefined ? verifyWords(failure) : remakeWords(failure, failure.makes);
    case 'rejected':
      return `it was rejected: ${firstLine(failure.message)}`;
    case 'undone':
      return 'it was taken back';
    case 'base-red':
      return `not integrated, for ${failure.commit.slice(0, 7)}, onto which it was merged, fails by itself (${firstLine(failure.command)}, ${exit(failure.exitCode)})`;
    case 'integration':
      return `verified, but not integrated: ${firstLine(failure.message)}`;
    case 'lost':
      return `its place of work was lost: ${firstLine(failure.message)}`;
    default:
      return unreachable(failure);
  }
}

type VerifyFailure = Extract<TaskFailure, { reason: 'verify' }>;

function verifyWords({ command, exitCode, together = [] }: VerifyFailure): string {
  return `verify said no (${firstLine(command)}, ${exit(exitCode)})${togetherWith(together)}`;
}

/** What, where, why, and what next. */
function remakeWords({ command, exitCode, tail, together = [] }: VerifyFailure, files: readonly string[]): string {
  const names = files.length > 3 ? `${files.slice(0, 3).join(', ')}${more(files.length - 3)}` : listed(files);
  const what = `${names} could not be made anew on the merged tree`;
  const why = `${firstLine(command)}, ${exit(exitCode)}${tail.trim() === '' ? '' : `: ${lastLine(tail)}`}`;
  return `${what}: ${why}${togetherWith(together)}; mend its branch or the hub's command, then retry it`;
}

/** Alone it is good, so both authors should look. */
function togetherWith(tasks: readonly string[]): string {
  return tasks.length === 0 ? '' : `; it passes alone and fails together with ${listed(tasks)}`;
}

const LIMITS = { usd: 'money', minutes: 'time', turns: 'turns', stall: 'silence' } as const;

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}

function exit(code: number | null): string {
  return code === null ? 'ended by a signal' : `exit code ${code}`;
}

/** Programs say last what stopped them. */
function lastLine(text: string): string {
  return saidLines(text).at(-1) ?? SILENT;
}

/** The first line that says something. */
function firstLine(text: string): string {
  return saidLines(text)[0] ?? SILENT;
}

const SILENT = 'no reason given';

function saidLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
