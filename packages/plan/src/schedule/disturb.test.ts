import { seededRandom } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { disturb } from './disturb.js';
import type { Problem } from './problem.js';
import { rowOf } from './rows.js';
import { someProblem } from './some-problem.testing.js';

function disturbed(problem: Problem, order: Int32Array, moves: number, seed: number): readonly number[] {
  const moved = order.slice();
  disturb(problem, moved, { places: new Int32Array(problem.size).fill(99), moves, random: seededRandom(seed) });
  return [...moved];
}

describe('a disturbed order', () => {
  it('still holds everybody once, after those they wait for', async () => {
    await fc.assert(
      fc.property(someProblem, fc.nat(6), fc.integer(), (problem, moves, seed) => {
        const order = disturbed(problem, problem.order, moves, seed);
        expect([...order].sort((a, b) => a - b)).toEqual([...new Array(problem.size).keys()]);
        for (const task of order) {
          for (const before of rowOf(problem.before, task)) expect(order.indexOf(before)).toBeLessThan(order.indexOf(task));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same without moves, and where nobody may go anywhere', () => {
    const chain = aProblem({ size: 4, precedences: [0, 1, 2].map((n) => [n, n + 1] as const) });
    expect(disturbed(aProblem({ size: 4 }), Int32Array.of(2, 0, 3, 1), 0, 1)).toEqual([2, 0, 3, 1]);
    expect(disturbed(chain, chain.order, 50, 1)).toEqual([0, 1, 2, 3]);
  });

  it('may become any other that precedence allows', () => {
    // 0 -> 1, 2 free: three orders
    const problem = aProblem({ size: 3, precedences: [[0, 1]] });
    const found = Array.from({ length: 60 }, (_, seed) => disturbed(problem, problem.order, 2, seed).join(''));
    expect([...new Set(found)].sort()).toEqual(['012', '021', '201']);
  });
});
