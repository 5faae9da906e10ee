import { commitId, type TaskFailure, taskId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { describeTaskFailure } from './describe-task-failure.js';

const CASES: readonly (readonly [string, TaskFailure])[] = [
  ['its worktree could not be made: no space left', { reason: 'worktree', message: 'no space left' }],
  ['the disk refused: no space left', { reason: 'disk', message: 'no space left' }],
  ['prepare failed (npm ci, exit code 1)', { reason: 'prepare', command: 'npm ci', exitCode: 1, tail: 'x' }],
  ['prepare failed (npm ci, ended by a signal)', { reason: 'prepare', command: 'npm ci', exitCode: null, tail: 'x' }],
  ['claude could not be started: not found', { reason: 'runner-missing', command: 'claude', message: 'not found' }],
  ['the session failed (exit code 2): broken', { reason: 'session-failed', exitCode: 2, message: 'broken' }],
  [
    'the session failed (SIGKILL): no reason given',
    { reason: 'session-failed', exitCode: null, signal: 'SIGKILL', message: ' \n' },
  ],
  ['the provider refused (529): overloaded', { reason: 'api-error', status: 529, message: 'overloaded' }],
  ['the provider refused: no', { reason: 'api-error', message: 'no' }],
  ['its limit of money was reached: $2', { reason: 'budget', limit: 'usd', message: '$2' }],
  ['its limit of time was reached: 30 min', { reason: 'budget', limit: 'minutes', message: '30 min' }],
  ['its limit of turns was reached: 60', { reason: 'budget', limit: 'turns', message: '60' }],
  ['the session ended well and changed nothing', { reason: 'no-change' }],
  ['nothing of it can be integrated: elsewhere', { reason: 'off-base', message: 'elsewhere' }],
  ['verify said no (nx test, exit code 1)', { reason: 'verify', command: 'nx test', exitCode: 1, tail: 'x' }],
  [
    "package-lock.json could not be made anew on the merged tree: npm install, exit code 1: npm error ERESOLVE; mend its branch or the hub's command, then retry it",
    {
      reason: 'verify',
      command: 'npm install',
      exitCode: 1,
      tail: 'npm warn old\nnpm error ERESOLVE\n\n',
      makes: ['package-lock.json'],
    },
  ],
  [
    "a, b, c and 1 more could not be made anew on the merged tree: make, ended by a signal; mend its branch or the hub's command, then retry it",
    { reason: 'verify', command: 'make', exitCode: null, tail: '', makes: ['a', 'b', 'c', 'd'] },
  ],
  [
    'verify said no (nx test, exit code 1); it passes alone and fails together with a and b',
    { reason: 'verify', command: 'nx test', exitCode: 1, tail: 'x', together: [taskId('a'), taskId('b')] },
  ],
  [
    'not integrated, for 4f2a1c9, onto which it was merged, fails by itself (nx test, exit code 1)',
    { reason: 'base-red', commit: commitId('4f2a1c9'.padEnd(40, '0')), command: 'nx test', exitCode: 1 },
  ],
  [
    'verified, but not integrated: the integration branch was deleted',
    { reason: 'integration', message: 'the integration branch was deleted' },
  ],
  ['its place of work was lost: gone', { reason: 'lost', message: 'gone' }],
];

it.each(CASES)('%s', (words, failure) => {
  expect(describeTaskFailure(failure)).toBe(words);
});

it('is one line and harmless, whatever a session wrote', () => {
  const message = '\n  first\x1b[2J\u202e\nsecond';
  expect(describeTaskFailure({ reason: 'lost', message })).toBe('its place of work was lost: first\\x1b[2J\\u202e');
});
