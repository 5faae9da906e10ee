import { expect, it } from 'vitest';
import { refused } from './api-rig.testing.js';
import { unknownTask } from './unknown-task.js';

const tasks = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `order-${String.fromCharCode(97 + n)}` }));

it.each([
  ['the one that was most likely meant', 'fix-lgoin', [{ id: 'docs' }, { id: 'fix-login' }], 'Did you mean "fix-login"?'],
  ['else all', 'coupons', tasks(2), 'The tasks are: order-a, order-b'],
  [
    'of many the first ten',
    'coupons',
    tasks(12),
    'The tasks are: order-a, order-b, order-c, order-d, order-e, order-f, order-g, order-h, order-i, order-j and 2 more',
  ],
])('names %s', (_, name, known, hint) => {
  const message = `there is no task "${name}" in run 7f3a`;
  const diagnostics = [{ severity: 'error', code: 'E_TASK_UNKNOWN', message, hint }];
  expect(refused(unknownTask(name, known, ' in run 7f3a'))).toEqual({ reason: 'bad-input', diagnostics });
});
