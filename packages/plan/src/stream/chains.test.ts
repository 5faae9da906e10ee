import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem, someProblem } from './a-problem.testing.js';
import { chainsAfter } from './chains.js';
import type { StreamProblem } from './stream-problem.js';

function longest(problem: StreamProblem, task: number): number {
  return Math.max(0, ...(problem.after[task] ?? []).map((one) => (problem.seconds[one] ?? 0) + longest(problem, one)));
}

describe('what waits for a task', () => {
  it('counts by its longest chain, in seconds, not in tasks', () => {
    // 0 -> 1 -> 2 (100 each); 0 -> 3 (900)
    const order = [
      [0, 1],
      [1, 2],
      [0, 3],
    ] as const;
    expect([...chainsAfter(aProblem({ size: 4, order, seconds: [50, 100, 100, 900] }))]).toEqual([900, 100, 0, 0]);
  });

  it('is the longest of all ways', async () => {
    await fc.assert(
      fc.property(someProblem, (problem) => {
        expect([...chainsAfter(problem)]).toEqual([...new Array(problem.size).keys()].map((task) => longest(problem, task)));
      }),
      { numRuns: 200 },
    );
  });
});
