import { aTask } from '@breakwater/model/testing';
import { describe, expect, test } from 'vitest';
import type { WrittenTask } from '../schema/written-task.js';
import { resolveConfig } from './resolve-config.js';
import { resolveTask } from './resolve-task.js';

const NOTHING = resolveConfig({});
const task = (rest: Partial<WrittenTask> = {}): WrittenTask => ({ id: 'a', brief: 'Do a.', ...rest });

test('a task that says only what it must', () => {
  expect(resolveTask(task(), {}, NOTHING)).toEqual(aTask('a'));
});

test('a task that says all', () => {
  const written = task({
    title: 'A',
    scope: ['./libs/a', 'api'],
    writes: ['./src/**', '!./src/gen/**', 'docs/./x'],
    reads: ['././x'],
    dependsOn: ['b', 'c', 'b'],
    resources: ['db', { name: 'gpu', amount: 2 }, 'db', { name: 'port' }],
    exclusive: true,
    priority: -3,
    verify: ['npm test'],
    budget: { usd: 1 },
    model: 'sonnet',
    disabled: false,
  });
  expect(resolveTask(written, {}, NOTHING)).toEqual(
    aTask('a', {
      title: 'A',
      scope: ['libs/a', 'api'],
      writes: ['src/**', '!src/gen/**', 'docs/./x'],
      reads: ['x'],
      dependsOn: ['b', 'c'],
      resources: [
        { name: 'db', amount: 2 },
        { name: 'gpu', amount: 2 },
        { name: 'port', amount: 1 },
      ],
      exclusive: true,
      priority: -3,
      verify: ['npm test'],
      budget: { usd: 1 },
      model: 'sonnet',
    }),
  );
});

describe('verify is said by', () => {
  const config = resolveConfig({ verify: ['config'] });
  test.each<[string, Partial<WrittenTask>, readonly string[] | undefined, readonly string[]]>([
    ['the task', { verify: ['task'] }, ['defaults'], ['task']],
    ['the task, nothing', { verify: [] }, ['defaults'], []],
    ['the defaults', {}, ['defaults'], ['defaults']],
    ['the defaults, nothing', {}, [], []],
    ['the configuration', {}, undefined, ['config']],
  ])('%s', (_, written, verify, expected) => {
    const defaults = verify === undefined ? {} : { verify: [...verify] };
    expect(resolveTask(task(written), defaults, config).verify).toEqual(expected);
  });
});

describe('of budgets the nearest limit counts, one by one', () => {
  const config = resolveConfig({ budget: { usd: 99, perTask: { usd: 1, minutes: 10, turns: 100 } } });
  test.each<[string, WrittenTask['budget'], WrittenTask['budget'], object]>([
    ['nothing said', undefined, undefined, { usd: 1, minutes: 10, turns: 100 }],
    ['defaults over configuration', undefined, { minutes: 20 }, { usd: 1, minutes: 20, turns: 100 }],
    ['task over defaults', { minutes: 30 }, { minutes: 20, usd: 5 }, { usd: 5, minutes: 30, turns: 100 }],
  ])('%s', (_, budget, defaults, expected) => {
    const written = task(budget === undefined ? {} : { budget });
    expect(resolveTask(written, defaults === undefined ? {} : { budget: defaults }, config).budget).toEqual(expected);
  });
});

test('the model of the task is chosen over that of the defaults', () => {
  expect(resolveTask(task(), { model: 'opus' }, NOTHING).model).toBe('opus');
  expect(resolveTask(task({ model: 'haiku' }), { model: 'opus' }, NOTHING).model).toBe('haiku');
});
