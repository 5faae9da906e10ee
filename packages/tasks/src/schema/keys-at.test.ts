import { expect, test } from 'vitest';
import { keysAt } from './keys-at.js';
import { writtenConfig } from './written-config.js';
import { writtenTasks } from './written-task.js';

test('the keys of a file, a task, a map in a list of either texts or maps', () => {
  expect(keysAt(writtenTasks, [])).toEqual(['$schema', 'version', 'defaults', 'tasks']);
  expect(keysAt(writtenTasks, ['defaults'])).toEqual(['verify', 'budget', 'model']);
  expect(keysAt(writtenTasks, ['tasks', 3, 'budget'])).toEqual(['usd', 'minutes', 'turns', 'stall']);
  expect(keysAt(writtenTasks, ['tasks', 0, 'resources', 1])).toEqual(['name', 'amount']);
});

test('the keys of all forms a value may have, and below any name', () => {
  expect(keysAt(writtenConfig, ['runner'])).toEqual(['kind', 'command', 'edits']);
  expect(keysAt(writtenConfig, ['resources', 'gpu'])).toEqual(['capacity']);
});

test('nothing where nothing has keys', () => {
  expect(keysAt(writtenConfig, ['concurrency', 'x'])).toEqual([]);
  expect(keysAt(writtenConfig, ['verify', 0])).toEqual([]);
});
