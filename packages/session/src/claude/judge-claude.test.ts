import { err, ok } from '@breakwater/model';
import { expect, test } from 'vitest';
import { judgeClaude } from './judge-claude.js';
import type { ClaudeResult } from './stream-event.js';

const GOOD: ClaudeResult = {
  subtype: 'success',
  isError: false,
  terminalReason: 'completed',
  text: 'Done.',
  apiStatus: undefined,
  usd: 0.1,
  tokens: undefined,
  turns: 2,
  structured: undefined,
  added: undefined,
};
const failed = (message: string, exitCode: number | null, signal?: string) =>
  err({ reason: 'session-failed', exitCode, ...(signal === undefined ? {} : { signal }), message });

test('success is exit code 0, a result, success, no error, completed', () => {
  expect(judgeClaude({ exitCode: 0 }, { result: GOOD }, '')).toEqual(ok('Done.'));
});

test('older versions print no terminal reason', () => {
  expect(judgeClaude({ exitCode: 0 }, { result: { ...GOOD, terminalReason: undefined } }, '')).toEqual(ok('Done.'));
});

test.each<[string, { exitCode: number | null; signal?: string }, Partial<ClaudeResult> | undefined, string, unknown]>([
  [
    'turns used up',
    { exitCode: 1 },
    { subtype: 'error_max_turns', isError: true, terminalReason: 'max_turns', text: 'Reached maximum number of turns (2)' },
    '',
    err({ reason: 'budget', limit: 'turns', message: 'Reached maximum number of turns (2)' }),
  ],
  [
    'money used up',
    { exitCode: 1 },
    { subtype: 'error_max_budget_usd', isError: true, terminalReason: 'budget_exhausted', text: '' },
    '',
    err({ reason: 'budget', limit: 'usd', message: 'its limit of usd is reached' }),
  ],
  [
    'the API refused, which is called success',
    { exitCode: 1 },
    { isError: true, terminalReason: 'api_error', apiStatus: 400, text: 'API Error: 400 bad' },
    '',
    err({ reason: 'api-error', status: 400, message: 'API Error: 400 bad' }),
  ],
  [
    'no connection',
    { exitCode: 1 },
    { isError: true, terminalReason: 'api_error', text: 'API Error: Connection error.' },
    '',
    err({ reason: 'api-error', message: 'API Error: Connection error.' }),
  ],
  [
    'a version without terminal reasons, refused by the API',
    { exitCode: 1 },
    { isError: true, terminalReason: undefined, apiStatus: 529, text: 'Overloaded' },
    '',
    err({ reason: 'api-error', status: 529, message: 'Overloaded' }),
  ],
  [
    'the model refused',
    { exitCode: 1 },
    { isError: true, terminalReason: 'model_error', text: 'refused' },
    '',
    failed('refused (exit code 1)', 1),
  ],
  [
    'an unknown flag',
    { exitCode: 1 },
    undefined,
    "error: unknown option '--x'",
    failed("error: unknown option '--x' (exit code 1)", 1),
  ],
  [
    'a hook stopped it',
    { exitCode: 0 },
    { terminalReason: 'hook_stopped', text: '' },
    '',
    failed('it did not come to its end: hook_stopped (exit code 0)', 0),
  ],
  [
    'a call was deferred',
    { exitCode: 0 },
    { terminalReason: 'tool_deferred' },
    '',
    failed('it did not come to its end: tool_deferred (exit code 0)', 0),
  ],
  [
    'an interrupt while the model was asked',
    { exitCode: 0 },
    undefined,
    '',
    failed('it ended without a result (exit code 0)', 0),
  ],
  [
    'an interrupt while a command ran',
    { exitCode: 0 },
    { subtype: 'error_during_execution', isError: true, terminalReason: 'aborted_tools', text: '' },
    '',
    failed('it ended with error_during_execution (exit code 0)', 0),
  ],
  ['TERM', { exitCode: 143 }, undefined, '', failed('it ended without a result (exit code 143)', 143)],
  [
    'KILL',
    { exitCode: null, signal: 'SIGKILL' },
    undefined,
    '',
    failed('it ended without a result (ended by SIGKILL)', null, 'SIGKILL'),
  ],
  [
    'an earlier turn ended well and then it crashed',
    { exitCode: 1 },
    {},
    '',
    failed('it ended badly after a good result (exit code 1)', 1),
  ],
  [
    'a line that denies nothing',
    { exitCode: 0 },
    { subtype: undefined, text: '' },
    '',
    failed('it ended with undefined (exit code 0)', 0),
  ],
])('%s is no success', (...row) => {
  const [, exit, result, stderr, expected] = row;
  expect(judgeClaude(exit, result === undefined ? {} : { result: { ...GOOD, ...result } }, stderr)).toEqual(expected);
});

test('a session that failed after the account had reached its limit failed for that, and one that went on well did not', () => {
  const limit = { until: '2026-01-01T12:00:00.000Z' };
  const refused = { ...GOOD, isError: true, terminalReason: 'api_error', apiStatus: 429, text: 'API Error: 429' };
  const message = 'the usage limit of the account is reached';
  expect(judgeClaude({ exitCode: 1 }, { result: refused, limit }, '')).toEqual(
    err({ reason: 'account-limit', ...limit, message }),
  );
  expect(judgeClaude({ exitCode: 1 }, { limit: {} }, '')).toEqual(err({ reason: 'account-limit', message }));
  expect(judgeClaude({ exitCode: 0 }, { result: GOOD, limit }, '')).toEqual(ok('Done.'));
});
