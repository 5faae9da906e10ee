import { describe, expect, it } from 'vitest';
import { makeForecast } from './forecast.js';
import { aProblem } from './schedule/a-problem.testing.js';
import type { WaveBound } from './schedule/wave-bound.js';

// risks: 0-1 0.3, 1-2 0.2, 0-4 0.1
const problem = aProblem({
  size: 5,
  concurrency: 2,
  risks: [
    [0, 1, 3000],
    [1, 2, 2000],
    [0, 4, 1000],
  ],
});
const bound: WaveBound = { kind: 'concurrency', waves: 3, head: 0, tail: 0, tasks: [0, 1, 2, 3, 4] };
const forecast = (...waveOf: readonly number[]) => makeForecast(problem, { waveOf: Int32Array.from(waveOf), bound, fewest: 3 });

describe('what to expect', () => {
  it('is the risk inside waves, beside that of the list run as it stands', () => {
    // listed: 01 23 4
    expect(forecast(0, 1, 1, 2, 0)).toEqual({
      waves: 3,
      lowerBound: 3,
      expectedCollisions: 0.3,
      listedOrderCollisions: 0.3,
    });
  });

  it('is nothing when every task has a wave of its own', () => {
    expect(forecast(0, 1, 2, 3, 4)).toMatchObject({ waves: 5, fewest: 3, expectedCollisions: 0 });
  });

  it('counts every pair of a wave', () => {
    expect(forecast(0, 0, 0, 0, 0)).toMatchObject({ waves: 1, expectedCollisions: 0.6 });
  });

  it('does not ask whether the listed order would be allowed', () => {
    const waiting = aProblem({ size: 2, concurrency: 2, precedences: [[0, 1]], risks: [[0, 1, 500]] });
    const { listedOrderCollisions, expectedCollisions } = makeForecast(waiting, {
      waveOf: Int32Array.of(0, 1),
      bound,
      fewest: 2,
    });
    expect([listedOrderCollisions, expectedCollisions]).toEqual([0.05, 0]);
  });
});
