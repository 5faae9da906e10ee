import type { Failure } from '@breakwater/model';
import { expect, test } from 'vitest';
import { failureMessage } from './failure-message.js';

const git = { reason: 'git-failed', command: ['worktree', 'add'], exitCode: 128 } as const;

test.each<[Failure, string]>([
  [
    { reason: 'repository-refused', code: 'E_BRANCH_TAKEN', message: 'the branch exists', hint: 'rename it' },
    'the branch exists',
  ],
  [{ ...git, stderr: 'fatal: no\n' }, 'git worktree failed: fatal: no'],
  [{ ...git, stderr: '' }, 'git worktree failed: exit code 128'],
  [
    { reason: 'unsaved-work', places: [{ place: '/w', files: ['a', 'b', 'c', 'd', 'e'] }] },
    '/w holds unsaved work: a, b, c and 2 more',
  ],
  [{ reason: 'not-running' }, 'not-running'],
])('%j', (failure, message) => {
  expect(failureMessage(failure)).toBe(message);
});
