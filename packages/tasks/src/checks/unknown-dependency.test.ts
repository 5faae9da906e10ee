import { describe, expect, test } from 'vitest';
import { checkTasks, marked, tasksFile } from '../worlds.testing.js';
import { unknownDependency } from './unknown-dependency.js';

describe('a task that waits for', () => {
  test('no task, with the nearest id', () => {
    const { text, places } = marked(tasksFile('order-api', 'page, dependsOn: [order-api, «ordr-api»]'));
    expect(checkTasks(unknownDependency, text)).toEqual([
      {
        severity: 'error',
        code: 'E_DEP_UNKNOWN',
        message: 'task "page" waits for "ordr-api", which is no task',
        place: places[0],
        hint: 'Did you mean "order-api"?',
      },
    ]);
  });

  test('no task and nothing near, with those there are', () => {
    const text = tasksFile('a, dependsOn: [migrate-database]', ...Array.from({ length: 12 }, (_, n) => `task-${n}`));
    const names = Array.from({ length: 10 }, (_, n) => `"task-${n}"`).join(', ');
    expect(checkTasks(unknownDependency, text)).toMatchObject([{ hint: `Tasks: ${names} and 2 more.` }]);
  });

  test('anything, being the only one', () => {
    expect(checkTasks(unknownDependency, tasksFile('a, dependsOn: [b]'))).toMatchObject([{ hint: 'There is no other task.' }]);
  });

  test('itself is not this rule: it is a cycle', () => {
    expect(checkTasks(unknownDependency, tasksFile('a, dependsOn: [a]'))).toEqual([]);
  });

  test('a task that has other faults is fine', () => {
    expect(checkTasks(unknownDependency, tasksFile('a, dependsOn: [b]', 'b, writes: 3'))).toEqual([]);
  });

  test('a disabled task', () => {
    const { text, places } = marked(tasksFile('a, disabled: true', 'b, dependsOn: [«a»]'));
    expect(checkTasks(unknownDependency, text)).toEqual([
      {
        severity: 'error',
        code: 'E_DEP_DISABLED',
        message: 'task "b" waits for "a", which is disabled',
        place: places[0],
        hint: 'Enable "a", disable this task too, or remove the dependency.',
      },
    ]);
  });

  test('anything, being disabled itself, is left alone', () => {
    expect(checkTasks(unknownDependency, tasksFile('a, disabled: true', 'b, disabled: true, dependsOn: [a, zzz]'))).toEqual([]);
  });
});

describe('with a selection', () => {
  test('a dependency outside of it is named', () => {
    const { text, places } = marked(tasksFile('a', 'b, dependsOn: [«a»]', 'c'));
    expect(checkTasks(unknownDependency, text, { only: ['b', 'c'] })).toEqual([
      {
        severity: 'error',
        code: 'E_DEP_NOT_SELECTED',
        message: 'task "b" waits for "a", which is not selected',
        place: places[0],
        hint: 'Add it:  --only b,c,a',
      },
    ]);
  });

  test('tasks that are not selected may wait for whom they like', () => {
    expect(checkTasks(unknownDependency, tasksFile('a', 'b, dependsOn: [a, zzz]', 'c'), { only: ['c'] })).toEqual([]);
  });

  test('a dependency inside of it is fine', () => {
    expect(checkTasks(unknownDependency, tasksFile('a', 'b, dependsOn: [a]'), { only: ['a', 'b'] })).toEqual([]);
  });
});

test('where a file could not be read, a missing task may be in it', () => {
  const check: typeof unknownDependency = (list) => unknownDependency({ ...list, complete: false });
  expect(checkTasks(check, tasksFile('a, dependsOn: [b]'))).toEqual([]);
});

test('fifty thousand wrong names are answered soon', () => {
  const wanted = Array.from({ length: 50_000 }, (_, n) => `zzzzzzzz${n}`).join(', ');
  const text = tasksFile(`a, dependsOn: [${wanted}]`, ...Array.from({ length: 900 }, (_, n) => `t${n}-zzzzzzz`));
  const found = checkTasks(unknownDependency, text);
  expect(found).toHaveLength(50_000);
  expect(found[49]?.hint).toBeDefined();
  expect(found[50]?.hint).toBeUndefined();
});
