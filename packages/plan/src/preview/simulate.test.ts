import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem, someProblem } from '../stream/a-problem.testing.js';
import type { StreamProblem } from '../stream/stream-problem.js';
import type { DrawnRun } from './draw-run.js';
import { type Conditions, simulateStream } from './simulate-stream.js';
import { simulateWaves } from './simulate-waves.js';

function aRun(session: readonly number[], review: readonly number[] = session.map(() => 0)): DrawnRun {
  return { session: Float64Array.from(session), review: Float64Array.from(review) };
}

const plain: Conditions = { lanes: 3, review: { mode: 'none', reviewers: 1 }, verifyMinutes: 0 };

describe('a simulated stream', () => {
  it('starts what waits as soon as it is free to, not when the slowest is done', () => {
    // 0 (30) alone; 1 (10) -> 2 (10); waves: 0 1 | 2
    const run = aRun([30, 10, 10]);
    expect(simulateStream(aProblem({ size: 3, order: [[1, 2]] }), run, plain)).toBe(30);
    expect(simulateWaves([[0, 1], [2]], run, plain)).toBe(40);
  });

  it('keeps apart what may not meet, and to its lanes', () => {
    const run = aRun([10, 10, 10]);
    expect(simulateStream(aProblem({ size: 3, apart: [[0, 1]] }), run, plain)).toBe(20);
    expect(simulateStream(aProblem({ size: 3 }), run, { ...plain, lanes: 2 })).toBe(20);
    expect(simulateStream(aProblem({ size: 3 }), run, { ...plain, lanes: 1 })).toBe(30);
  });

  it('verifies together what is ready, one batch after the other', () => {
    // 0 and 1 end at 10, 2 at 11: one batch of two, then one of one
    expect(simulateStream(aProblem({ size: 3 }), aRun([10, 10, 11]), { ...plain, verifyMinutes: 5 })).toBe(20);
  });

  it('waits for its reviewers', () => {
    const run = aRun([10, 10], [20, 20]);
    const problem = aProblem({ size: 2 });
    const reviewed = (reviewers: number) => simulateStream(problem, run, { ...plain, review: { mode: 'task', reviewers } });
    expect([reviewed(1), reviewed(2), simulateStream(problem, run, plain)]).toEqual([50, 30, 10]);
  });
});

describe('simulated waves', () => {
  it('take as long as the longest of each, verified once', () => {
    expect(simulateWaves([[0, 1], [2]], aRun([30, 10, 5]), { ...plain, verifyMinutes: 2 })).toBe(39);
  });

  it('share the lanes when there are fewer than tasks', () => {
    expect(simulateWaves([[0, 1, 2]], aRun([10, 20, 5]), { ...plain, lanes: 2 })).toBe(20);
  });

  it('are reviewed task by task beside the sessions, or when the wave is over', () => {
    const run = aRun([10, 30], [20, 20]);
    const reviewed = (mode: 'task' | 'wave') => simulateWaves([[0, 1]], run, { ...plain, review: { mode, reviewers: 1 } });
    expect([reviewed('task'), reviewed('wave')]).toEqual([50, 70]);
  });
});

it('no simulated stream is quicker than its work and its chains allow, nor slower than one task after another', () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 9, maxLength: 9 });
  const holds = (law: (problem: StreamProblem, session: readonly number[], lanes: number) => void): void =>
    fc.assert(fc.property(someProblem, minutes, fc.integer({ min: 1, max: 4 }), law), { numRuns: 200 });
  holds((problem, session, lanes) => {
    const run = aRun(session.slice(0, problem.size));
    const work = run.session.reduce((sum, one) => sum + one, 0);
    const took = simulateStream(problem, run, { ...plain, lanes });
    expect(took).toBeLessThanOrEqual(work);
    expect(took).toBeGreaterThanOrEqual(Math.max(work / lanes - 1e-9, ...run.session));
  });
});
