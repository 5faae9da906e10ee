import { taskId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { at, usage } from '../example-run.testing.js';
import { retryText } from './retry-text.js';

it.each([
  [60, 'in 1:00'],
  [0, 'at once'],
  [-5, 'at once'],
])('a task that is to be tried again after %d s is tried again %s', (seconds, when) => {
  const failure = { reason: 'worktree', message: 'git says no' } as const;
  const event = { ev: 'task-retried', task: taskId('a'), failure, usage: usage(1, 0), notBefore: at(100 + seconds) } as const;
  expect(retryText(event, at(100))).toBe(`its worktree could not be made: git says no; tried again ${when}`);
});
