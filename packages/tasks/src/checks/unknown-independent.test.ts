import { describe, expect, test } from 'vitest';
import { checkTasks, marked, tasksFile } from '../worlds.testing.js';
import { unknownIndependent } from './unknown-independent.js';

describe('a task that need not wait for', () => {
  test('no task, with the nearest id', () => {
    const { text, places } = marked(tasksFile('order-api', 'page, independentOf: [order-api, «ordr-api»]'));
    expect(checkTasks(unknownIndependent, text)).toEqual([
      {
        severity: 'error',
        code: 'E_DEP_UNKNOWN',
        message: 'task "page" is said to be independent of "ordr-api", which is no task',
        place: places[0],
        hint: 'Did you mean "order-api"?',
      },
    ]);
  });

  test('a disabled task, which is fine', () => {
    expect(checkTasks(unknownIndependent, tasksFile('a, disabled: true', 'b, independentOf: [a]'))).toEqual([]);
  });

  test('something far from every id', () => {
    expect(checkTasks(unknownIndependent, tasksFile('a', 'b, independentOf: [zzzzzz]'))).toMatchObject([
      { code: 'E_DEP_UNKNOWN' },
    ]);
  });
});
