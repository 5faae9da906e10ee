import { expect, test } from 'vitest';
import { checkTasks, marked, tasksFile } from '../worlds.testing.js';
import { selectedTasks } from './selected-tasks.js';

test('a selected id that is no task, with the nearest', () => {
  expect(checkTasks(selectedTasks, tasksFile('order-api', 'page'), { only: ['order-apy', 'page', 'zzz'] })).toEqual([
    {
      severity: 'error',
      code: 'E_TASK_UNKNOWN',
      message: '"order-apy" is selected and is no task',
      hint: 'Did you mean "order-api"?',
    },
    {
      severity: 'error',
      code: 'E_TASK_UNKNOWN',
      message: '"zzz" is selected and is no task',
      hint: 'Tasks: "order-api", "page".',
    },
  ]);
});

test('a selected task that is disabled', () => {
  const { text, places } = marked(tasksFile('a, disabled: «true»'));
  expect(checkTasks(selectedTasks, text, { only: ['a'] })).toEqual([
    {
      severity: 'error',
      code: 'E_TASK_UNKNOWN',
      message: '"a" is selected and is disabled',
      place: places[0],
      hint: 'Remove its line   disabled: true',
    },
  ]);
});

test('without a selection nothing is wrong with it', () => {
  expect(checkTasks(selectedTasks, tasksFile('a, disabled: true'))).toEqual([]);
});

test('where a file could not be read, a missing task may be in it', () => {
  expect(checkTasks((list) => selectedTasks({ ...list, complete: false }), tasksFile('a'), { only: ['b'] })).toEqual([]);
});
