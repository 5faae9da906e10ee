import { describe, expect, test } from 'vitest';
import { checkTasks, marked, tasksFile } from '../worlds.testing.js';
import { resourceAmounts } from './resource-amounts.js';

describe('a task that needs more than there is', () => {
  test.each([
    ['of a resource with capacity 1', '«gpu», gpu', 'needs 2 of "gpu", and there is 1', 'Ask for at most 1', 2],
    ['of an amount', '{ «name»: gpu, amount: 5 }', 'needs 5 of "gpu", and there is 1', 'Ask for at most 1', 5],
    ['in pieces', 'db, { «name»: gpu, amount: 2 }, gpu', 'needs 3 of "gpu", and there is 1', 'Ask for at most 1', 3],
    ['of a name every object knows', '«toString», toString', 'needs 2 of "toString", and there is 1', 'Ask for at most 1', 2],
  ])('%s', (...[, resources, says, ask, amount]) => {
    const { text, places } = marked(tasksFile(`a, resources: [${resources}]`));
    const name = says.match(/"(.*?)"/)?.[1];
    const raise = `raise it in the configuration:  resources: { "${name}": { capacity: ${amount} } }`;
    expect(checkTasks(resourceAmounts, text)).toEqual([
      { severity: 'error', code: 'E_RESOURCE', message: `task "a" ${says}`, place: places[0], hint: `${ask}, or ${raise}` },
    ]);
  });

  test('is fine when the configuration has enough', () => {
    const text = tasksFile('a, resources: [{ name: gpu, amount: 2 }]');
    expect(checkTasks(resourceAmounts, text, { config: { resources: { gpu: { capacity: 2 } } } })).toEqual([]);
    expect(checkTasks(resourceAmounts, text, { config: { resources: { gpu: { capacity: 1 } } } })).toHaveLength(1);
  });
});

test('a resource needs a name', () => {
  const { text, places } = marked(tasksFile('a, resources: [«" "»]'));
  expect(checkTasks(resourceAmounts, text)).toEqual([
    {
      severity: 'error',
      code: 'E_RESOURCE',
      message: 'task "a" needs a resource without a name',
      place: places[0],
      hint: 'Write a name, for example: db:orders',
    },
  ]);
});

test('two tasks that want the same one are arranged, not refused', () => {
  expect(checkTasks(resourceAmounts, tasksFile('a, resources: [db]', 'b, resources: [db]'))).toEqual([]);
});
