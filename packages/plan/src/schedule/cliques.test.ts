import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { hasBit } from './bit-rows.js';
import { someCliques } from './cliques.js';
import { entangledPairs } from './entangled.js';
import { someProblem } from './some-problem.testing.js';

describe('sets of which no two may share a wave', () => {
  it('are found in a mixture of order and conflict', () => {
    // 0 -> 1, and 2 in conflict with both; 3 with one of them only
    const problem = aProblem({
      size: 5,
      precedences: [[0, 1]],
      conflicts: [
        [0, 2],
        [1, 2],
        [2, 3],
      ],
    });
    expect(someCliques(problem)).toContainEqual([0, 1, 2]);
    expect(someCliques(problem)).toContainEqual([2, 3]);
    expect(someCliques(problem)).toContainEqual([4]);
  });

  it('begin with the excluding sets as they are', () => {
    expect(someCliques(aProblem({ size: 4, groups: [[3, 1, 0]] }))[0]).toEqual([0, 1, 3]);
  });

  it('are gathered round the heavier tasks where weights are given', () => {
    // 0 is in conflict with 1, and with 2; 1 and 2 may meet
    const conflicts = [
      [0, 1],
      [0, 2],
    ] as const;
    const problem = aProblem({ size: 3, conflicts });
    const heaviest = (...weights: readonly number[]) => someCliques(problem, Float64Array.from(weights))[1];
    expect([heaviest(1, 1, 9), heaviest(1, 9, 1)]).toEqual([
      [0, 2],
      [0, 1],
    ]);
  });

  it('are, in lists too long for pairs, the excluding sets only', () => {
    const many = aProblem({ size: 3_001, conflicts: [[0, 1]], groups: [[5, 6, 7]] });
    expect(someCliques(many)).toEqual([[5, 6, 7]]);
  });

  it('really are such sets, each as large as it can be', async () => {
    await fc.assert(
      fc.property(someProblem, (problem) => {
        const pairs = entangledPairs(problem);
        const cliques = someCliques(problem).slice(problem.groups.start.length - 1);
        expect(cliques).toHaveLength(problem.size);
        for (const clique of cliques) {
          const others = [...new Array(problem.size).keys()].filter((task) => !clique.includes(task));
          expect(clique.every((a) => clique.every((b) => a === b || hasBit(pairs, a, b)))).toBe(true);
          expect(others.filter((task) => clique.every((one) => hasBit(pairs, task, one)))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
