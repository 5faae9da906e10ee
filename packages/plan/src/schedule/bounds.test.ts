import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem, needsOf } from './a-problem.testing.js';
import { fewestByTrying, soonestByTrying } from './by-trying.testing.js';
import { minuteBound } from './minute-bound.js';
import type { Pair } from './problem.js';
import { reversed } from './problem.js';
import { scheduleProject } from './schedule-project.js';
import { scheduleStream } from './schedule-stream.js';
import { brokenInTime, problemUpTo, someProblem, withoutConflicts } from './some-problem.testing.js';
import { waveBound } from './wave-bound.js';

/** Every pair of these. */
const allOf = (...tasks: readonly number[]): readonly Pair[] =>
  tasks.flatMap((a) => tasks.filter((b) => a < b).map((b): Pair => [a, b]));

describe('what proves a number of waves', () => {
  it('is a chain, in its order', () => {
    const problem = aProblem({
      size: 4,
      precedences: [
        [2, 0],
        [0, 1],
      ],
    });
    expect(waveBound(problem)).toMatchObject({ kind: 'chain', waves: 3, tasks: [2, 0, 1] });
  });

  it('is too many tasks for the sessions, those between a head and a tail only', () => {
    expect(waveBound(aProblem({ size: 7 }))).toMatchObject({ kind: 'concurrency', waves: 3, tasks: [0, 1, 2, 3, 4, 5, 6] });
    // 0 first, then seven that wait for it
    const precedences = [1, 2, 3, 4, 5, 6, 7].map((n): Pair => [0, n]);
    const fan = aProblem({ size: 8, precedences });
    expect(waveBound(fan)).toMatchObject({ kind: 'concurrency', waves: 4, head: 1, tail: 0, tasks: [1, 2, 3, 4, 5, 6, 7] });
  });

  it('is a set of which no two may meet', () => {
    expect(waveBound(aProblem({ size: 6, conflicts: allOf(1, 3, 5) }))).toMatchObject({
      kind: 'apart',
      waves: 3,
      tasks: [1, 3, 5],
    });
  });

  it('is a pool, and how much of it is needed', () => {
    const problem = aProblem({ size: 4, concurrency: 4, needs: needsOf(2, 2, 1, 2), capacities: [3] });
    expect(waveBound(problem)).toMatchObject({ kind: 'pool', pool: 0, waves: 3, amount: 7, tasks: [0, 1, 2, 3] });
  });

  it('is a task that stands alone, beside the waves of all others', () => {
    const alone = [1, 2, 3, 4].map((n): Pair => [0, n]);
    const problem = aProblem({ size: 5, conflicts: alone });
    expect(waveBound(problem)).toMatchObject({ kind: 'alone', waves: 3, tasks: [0] });
  });

  it('never claims more waves than there have to be, and the same with time running backwards', async () => {
    await fc.assert(
      fc.property(someProblem, (problem) => {
        const { waves } = waveBound(problem);
        expect(waves).toBeLessThanOrEqual(fewestByTrying(problem));
        expect(waveBound(reversed(problem)).waves).toBe(waves);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what proves a number of minutes', () => {
  it('is the longest chain, all work shared among the sessions, or the work of those kept apart', () => {
    const minutes = [10, 20, 30, 40];
    expect(minuteBound(aProblem({ size: 4, minutes, concurrency: 4, precedences: [[1, 3]] }))).toBe(60);
    expect(minuteBound(aProblem({ size: 4, minutes, concurrency: 1 }))).toBe(100);
    expect(minuteBound(aProblem({ size: 4, minutes, concurrency: 4, conflicts: allOf(0, 2, 3) }))).toBe(80);
  });

  it('is the work in a pool between what leads there and what follows', () => {
    // 0 (10) -> 1, 2 (20 each, alone in the pool) -> 3 (5)
    const precedences = [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ] as const;
    const problem = { size: 4, concurrency: 4, minutes: [10, 20, 20, 5], precedences };
    expect(minuteBound(aProblem({ ...problem, needs: needsOf(0, 1, 1, 0), capacities: [1] }))).toBe(55);
    expect(minuteBound(aProblem(problem))).toBe(35);
  });

  it('is never more than the best schedule takes', async () => {
    await fc.assert(
      fc.property(problemUpTo(5), (problem) => {
        expect(minuteBound(problem)).toBeLessThanOrEqual(soonestByTrying(problem, problem.minutes) + 1e-9);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a stream of known lengths', () => {
  it('breaks no rule, ends with its last task, and is no shorter than its bound', async () => {
    await fc.assert(
      fc.property(someProblem, (problem) => {
        const { starts, minutes, lowerBound } = scheduleStream(problem, 'low');
        expect(brokenInTime(problem, starts, problem.minutes)).toEqual([]);
        expect(minutes).toBe(Math.max(...starts.map((start, task) => start + (problem.minutes[task] ?? 0))));
        expect(minutes).toBeGreaterThanOrEqual(lowerBound - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('needs no more than waves would: every wave as long as its longest', () => {
    // 0 (30); 1 (10) -> 2 (10): two waves take 40
    const problem = aProblem({ size: 3, minutes: [30, 10, 10], precedences: [[1, 2]] });
    expect(scheduleStream(problem, 'low')).toEqual({ starts: Float64Array.of(0, 0, 10), minutes: 30, lowerBound: 30 });
  });
});

it('a project of at most five tasks ends as early as any does, and no earlier than its bound', async () => {
  await fc.assert(
    fc.property(problemUpTo(5), (wanted) => {
      const problem = withoutConflicts(wanted);
      const { start, end, lowerBound } = scheduleProject(problem, 'low');
      expect(brokenInTime(problem, start, problem.minutes)).toEqual([]);
      expect(end).toBe(soonestByTrying(problem, problem.minutes));
      expect(end).toBeGreaterThanOrEqual(lowerBound);
    }),
    { numRuns: 60 },
  );
});
