import { type PastSession, taskId } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { estimateTasks } from './estimate-tasks.js';

const minutes = (...list: readonly (number | undefined)[]) =>
  list.map((one, n) => aTask(`t${n}`, { budget: one === undefined ? {} : { minutes: one } }));

function sessions(task: string, ...list: readonly number[]): readonly PastSession[] {
  return list.map((one) => ({ task: taskId(task), minutes: one, verifyMinutes: 0 }));
}

const shown = (...given: Parameters<typeof estimateTasks>) =>
  estimateTasks(...given).map((one) => `${one.minutes} ${one.source}`);

describe('a session may take', () => {
  it('as long as all others, while nothing is known', () => {
    expect(shown(minutes(undefined, undefined), [])).toEqual(['10 equal', '10 equal']);
  });

  it('what the author allows; a task without a limit counts as the middle one', () => {
    expect(shown(minutes(20, 60, undefined, 30), [])).toEqual(['20 budget', '60 budget', '30 equal', '30 budget']);
  });

  it('the middle of earlier sessions here, in proportion to what the author allows', () => {
    const past = sessions('other', 4, 8, 100);
    expect(shown(minutes(undefined, undefined), past)).toEqual(['8 runs', '8 runs']);
    expect(shown(minutes(15, 30, 60), past)).toEqual(['4 runs', '8 runs', '16 runs']);
  });

  it('no more than a guess, after only two earlier sessions', () => {
    expect(shown(minutes(undefined), sessions('other', 4, 8))).toEqual(['10 equal']);
  });

  it('what it took before, above all', () => {
    expect(shown(minutes(20, 60), sessions('t1', 7))).toEqual(['20 budget', '7 task']);
  });

  it('never nothing', () => {
    expect(shown(minutes(60), sessions('t0', 0))).toEqual(['0.1 task']);
  });
});
