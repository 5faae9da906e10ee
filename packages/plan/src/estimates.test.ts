import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { estimateMinutes } from './estimates.js';

const budget = (minutes: number) => ({ budget: { minutes } });

describe('the minutes of a task', () => {
  it('are those of past runs, else its budget, else the middle of what is known', () => {
    const tasks = [aTask('a', budget(90)), aTask('b', budget(20)), aTask('c'), aTask('d', budget(40))];
    expect(estimateMinutes(tasks, { b: 25 })).toEqual([90, 25, 40, 40]);
  });

  it('are the same for all when nothing is known', () => {
    expect(estimateMinutes([aTask('a'), aTask('b')])).toEqual([30, 30]);
    expect(estimateMinutes([])).toEqual([]);
  });

  it('do not come from what every object has', () => {
    expect(estimateMinutes([aTask('valueof')], Object.create({ valueof: 7 }))).toEqual([30]);
  });
});
