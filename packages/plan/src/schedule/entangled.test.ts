import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { type BitRows, hasBit } from './bit-rows.js';
import { entangledPairs, orderedPairs } from './entangled.js';
import type { Pair, Problem } from './problem.js';
import { rowOf } from './rows.js';
import { apartPairs, someProblem } from './some-problem.testing.js';

/** All pairs with a yes, in both directions. */
function pairsIn(bits: BitRows): readonly string[] {
  const tasks = [...new Array(bits.size).keys()];
  return tasks.flatMap((a) => tasks.filter((b) => hasBit(bits, a, b)).map((b) => `${a} ${b}`));
}

const bothWays = (pairs: readonly Pair[]) => pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]);

/** By walking from every task to all that follows it. */
function orderedByWalking({ size, after }: Problem): readonly Pair[] {
  return [...new Array(size).keys()].flatMap((from) => {
    const reached = new Set(rowOf(after, from));
    for (const task of reached) for (const later of rowOf(after, task)) reached.add(later);
    return [...reached].map((to): Pair => [from, to]);
  });
}

describe('pairs that can never share a wave', () => {
  it('are those of a chain, however far apart, but not its neighbours in the list', () => {
    // 0 -> 2 -> 4; 1 and 3 free
    const problem = aProblem({
      size: 5,
      precedences: [
        [0, 2],
        [2, 4],
      ],
    });
    expect(pairsIn(orderedPairs(problem))).toEqual(['0 2', '0 4', '2 0', '2 4', '4 0', '4 2']);
  });

  it('are, of any problem, the ordered ones, those in conflict and those of excluding sets, and no task with itself', async () => {
    await fc.assert(
      fc.property(someProblem, (problem) => {
        const ordered = orderedByWalking(problem);
        expect(pairsIn(orderedPairs(problem))).toEqual([...new Set(bothWays(ordered))].sort());
        const all = new Set(bothWays([...ordered, ...apartPairs(problem)]));
        expect(pairsIn(entangledPairs(problem))).toEqual([...all].sort());
      }),
      { numRuns: 200 },
    );
  });
});
