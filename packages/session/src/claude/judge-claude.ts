import { err, ok, type Result, type TaskFailure } from '@breakwater/model';
import { type AgentExit, exitText } from '../agent.js';
import type { SessionRecord } from './session-record.js';
import type { ClaudeResult } from './stream-event.js';

/**
 * Whether a session did its task. Exit code 0 is not enough (an interrupted session has it), nor is subtype `success` (refusals of
 * the API have it): all must agree. A missing terminal reason is accepted, for older versions do not print it.
 */
export function judgeClaude(exit: AgentExit, { result, limit: account }: Heard, stderr: string): Result<string, TaskFailure> {
  const judged = judge(exit, result, stderr);
  return judged.ok || account === undefined ? judged : err({ reason: 'account-limit', ...account, message: LIMIT_REACHED });
}

type Heard = Pick<SessionRecord, 'result' | 'limit'>;
const LIMIT_REACHED = 'the usage limit of the account is reached';

function judge(exit: AgentExit, result: ClaudeResult | undefined, stderr: string): Result<string, TaskFailure> {
  if (result === undefined) return err(failed(exit, stderr || 'it ended without a result'));
  const limit = LIMITS.get(result.subtype ?? '');
  if (limit !== undefined) return err({ reason: 'budget', limit, message: result.text || `its limit of ${limit} is reached` });
  if (result.terminalReason === 'api_error' || (result.isError && result.apiStatus !== undefined)) return err(refused(result));
  const flaw = flawOf(result);
  if (flaw !== undefined) return err(failed(exit, flaw || stderr || `it ended with ${result.subtype}`));
  return exit.exitCode === 0 ? ok(result.text) : err(failed(exit, stderr || 'it ended badly after a good result'));
}

/** What the result says against success; undefined when nothing does. */
function flawOf({ isError, subtype, terminalReason, text }: ClaudeResult): string | undefined {
  if (isError || subtype !== 'success') return text;
  if (terminalReason === undefined || terminalReason === 'completed') return undefined;
  return `it did not come to its end: ${terminalReason}`;
}

const LIMITS: ReadonlyMap<string, 'turns' | 'usd'> = new Map([
  ['error_max_turns', 'turns'],
  ['error_max_budget_usd', 'usd'],
]);

function refused({ apiStatus, text }: ClaudeResult): TaskFailure {
  return { reason: 'api-error', ...(apiStatus === undefined ? {} : { status: apiStatus }), message: text };
}

function failed(exit: AgentExit, message: string): TaskFailure {
  const signal = exit.signal === undefined ? {} : { signal: exit.signal };
  return { reason: 'session-failed', exitCode: exit.exitCode, ...signal, message: `${message} (${exitText(exit)})` };
}
