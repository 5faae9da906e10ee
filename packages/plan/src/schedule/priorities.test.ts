import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { heads, neighbourCounts, neighbourLengths, tails } from './priorities.js';
import type { Problem } from './problem.js';
import { reversed } from './problem.js';
import { rowOf } from './rows.js';
import { someProblem } from './some-problem.testing.js';

/** The longest way from a task on, by walking all of them. */
function longestBehind(problem: Problem, task: number): number {
  return Math.max(0, ...[...rowOf(problem.after, task)].map((one) => (problem.minutes[one] ?? 0) + longestBehind(problem, one)));
}

describe('what hangs on a task', () => {
  it('is the longest chain behind it, itself not counted; before it, the longest that leads there', () => {
    // 0 (5) -> 1 (1) -> 3 (2); 0 -> 2 (9)
    const problem = aProblem({
      size: 4,
      minutes: [5, 1, 9, 2],
      precedences: [
        [0, 1],
        [1, 3],
        [0, 2],
      ],
    });
    expect([...tails(problem, problem.minutes)]).toEqual([9, 2, 0, 0]);
    expect([...heads(problem, problem.minutes)]).toEqual([0, 5, 5, 6]);
  });

  it('is the longest of all ways, and backwards in time the same as what leads to it', async () => {
    await fc.assert(
      fc.property(someProblem, (problem) => {
        const { minutes } = problem;
        expect([...tails(problem, minutes)]).toEqual([...minutes.keys()].map((task) => longestBehind(problem, task)));
        expect(heads(problem, minutes)).toEqual(tails(reversed(problem), minutes));
      }),
      { numRuns: 200 },
    );
  });
});

it('those a task keeps away are counted, and measured, in conflicts and in excluding sets', () => {
  // 0 in conflict with 1, and in a set with 2 and 3
  const problem = aProblem({ size: 4, minutes: [1, 10, 100, 1000], conflicts: [[0, 1]], groups: [[0, 2, 3]] });
  expect([...neighbourCounts(problem)]).toEqual([3, 1, 2, 2]);
  expect([...neighbourLengths(problem, problem.minutes)]).toEqual([1110, 1, 1001, 101]);
});
