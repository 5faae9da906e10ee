import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { waveIds } from './wave-ids.js';

const ids = (tasks: Parameters<typeof waveIds>[0], ...waveOf: readonly number[]) => waveIds(tasks, Int32Array.from(waveOf));

it('are ids by wave, in list order', () => {
  const tasks = ['d', 'a', 'c', 'b'].map((id) => aTask(id));
  expect(ids(tasks, 1, 0, 1, 0)).toEqual([
    ['a', 'b'],
    ['d', 'c'],
  ]);
});

it('put higher priority first inside its wave, and change no wave for it', () => {
  const tasks = [aTask('a'), aTask('b', { priority: 1 }), aTask('c', { priority: 9 }), aTask('d', { priority: -1 })];
  expect(ids(tasks, 0, 0, 1, 0)).toEqual([['b', 'a', 'd'], ['c']]);
});

it('are none for no tasks', () => {
  expect(ids([])).toEqual([]);
});
