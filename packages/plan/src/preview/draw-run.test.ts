import { seededRandom, type TaskEstimate, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { drawRun } from './draw-run.js';
import { quantile } from './spread.js';

const estimate = (minutes: number, source: TaskEstimate['source']): TaskEstimate => ({ task: taskId('a'), minutes, source });

/** The session lengths of one task in many runs. */
function sessions(one: TaskEstimate): readonly number[] {
  const random = seededRandom(7);
  return Array.from({ length: 4000 }, () => drawRun([one], 20, random).session[0] ?? Number.NaN);
}

describe('runs drawn at random', () => {
  it('have the estimate as their middle, and nobody takes no time', () => {
    const drawn = sessions(estimate(10, 'task'));
    expect(quantile(drawn, 0.5)).toBeGreaterThan(9.5);
    expect(quantile(drawn, 0.5)).toBeLessThan(10.5);
    expect(Math.min(...drawn)).toBeGreaterThan(0);
  });

  it('are wider for tasks only guessed at than for those known or limited', () => {
    const width = (source: TaskEstimate['source']) => {
      const drawn = sessions(estimate(10, source));
      return quantile(drawn, 0.84) / quantile(drawn, 0.5);
    };
    // One standard deviation above the middle of a log-normal distribution is exp(sigma).
    expect(width('task')).toBeCloseTo(Math.exp(0.5), 1);
    expect(width('runs')).toBeCloseTo(Math.exp(0.8), 1);
    expect([width('budget'), width('equal')]).toEqual([width('task'), width('runs')]);
  });

  it('are the same from the same seed, and reviews without minutes take none', () => {
    const estimates = [estimate(10, 'task'), estimate(60, 'runs')];
    const drawn = (minutes: number) => drawRun(estimates, minutes, seededRandom(1));
    expect(drawn(30)).toEqual(drawn(30));
    expect([...drawn(0).review]).toEqual([0, 0]);
    expect(drawn(0).session).toEqual(drawn(30).session);
  });
});
