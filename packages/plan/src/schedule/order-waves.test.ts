import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { orderWaves } from './order-waves.js';

const ordered = (problem: Parameters<typeof orderWaves>[0], ...waveOf: readonly number[]) => [
  ...orderWaves(problem, Int32Array.from(waveOf)),
];

describe('waves are renumbered', () => {
  it('by their most preferred task', () => {
    expect(ordered(aProblem({ size: 3 }), 2, 0, 1)).toEqual([0, 1, 2]);
    expect(ordered(aProblem({ size: 3, preferred: [2, 0, 1] }), 0, 1, 2)).toEqual([1, 2, 0]);
  });

  it('without gaps', () => {
    expect(ordered(aProblem({ size: 3 }), 7, 7, 3)).toEqual([0, 0, 1]);
  });

  it('only as far as precedence allows', () => {
    expect(ordered(aProblem({ size: 4, precedences: [[3, 0]] }), 5, 2, 9, 3)).toEqual([1, 2, 3, 0]);
  });

  it('after those they wait for, the most preferred of those first', () => {
    // 2 -> 3 and 1 -> 3; 3 is preferred
    const problem = aProblem({
      size: 4,
      preferred: [3, 2, 1, 0],
      precedences: [
        [1, 3],
        [2, 3],
      ],
    });
    expect(ordered(problem, 0, 1, 2, 3)).toEqual([3, 1, 0, 2]);
  });

  it('with the same members, and never before a predecessor', async () => {
    const pairs = fc.uniqueArray(
      fc.tuple(fc.nat(5), fc.nat(5)).filter(([a, b]) => a < b),
      { selector: String, maxLength: 5 },
    );
    const preferred = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    await fc.assert(
      fc.property(pairs, preferred, (precedences, wish) => {
        const problem = aProblem({ size: 6, precedences, preferred: wish });
        const before = [0, 0, 1, 1, 2, 2].map((half, task) => 2 * half + (precedences.some(([, b]) => b === task) ? 1 : 0));
        fc.pre(precedences.every(([a, b]) => (before[a] ?? 0) < (before[b] ?? 0)));
        const after = ordered(problem, ...before);
        for (const [a, b] of precedences) expect(after[a]).toBeLessThan(after[b] ?? 0);
        for (const [m, one] of before.entries()) {
          for (const [n, other] of before.entries()) expect(after[m] === after[n]).toBe(one === other);
        }
      }),
    );
  });
});
