import { expect, test } from 'vitest';
import { checkTasks, marked } from '../worlds.testing.js';
import { verifyCommands } from './verify-commands.js';

test('commands that say nothing are found in tasks and in the defaults', () => {
  const { text, places } = marked(
    'defaults: { verify: [npm test, «""»] }\ntasks:\n  - { id: a, brief: x, verify: [«"  "»] }\n  - { id: b, brief: x, verify: [«"a\\0b"»] }\n',
  );
  const fault = (message: string, n: number) => ({
    severity: 'error',
    code: 'E_VERIFY_EMPTY',
    message,
    place: places[n],
    hint: 'Write a command, or remove the entry.',
  });
  expect(checkTasks(verifyCommands, text)).toEqual([
    fault('command 2 of verify of the defaults is empty', 0),
    fault('command 1 of verify of task "a" is empty', 1),
    fault('command 1 of verify of task "b" holds a NUL character', 2),
  ]);
});

test('an empty list says that nothing is to be verified', () => {
  expect(checkTasks(verifyCommands, 'tasks:\n  - { id: a, brief: x, verify: [] }\n')).toEqual([]);
});
