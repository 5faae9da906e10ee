import { seededRandom } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { isSmall, leastRisk } from './least-risk.js';
import { lowerRisk } from './lower-risk.js';
import type { Problem } from './problem.js';
import { searchRisk } from './search-risk.js';
import { brokenBy, problemUpTo, riskInside } from './some-problem.testing.js';

/** The least risk of all ways to put every task into one of so many waves; undefined when none is allowed. */
function byTrying(problem: Problem, waves: number): number | undefined {
  const ways = Array.from({ length: waves ** problem.size }, (_, way) =>
    Int32Array.from({ length: problem.size }, (_, task) => Math.floor(way / waves ** task) % waves),
  );
  const allowed = ways.filter((way) => brokenBy(problem, way).every((fault) => fault.includes('empty')));
  return allowed.length === 0 ? undefined : Math.min(...allowed.map((way) => riskInside(problem, way)));
}

describe('the least risk of a short list', () => {
  it('is that of the best of all ways, whatever orders, separates or shares, and there is none where no way is allowed', async () => {
    await fc.assert(
      fc.property(problemUpTo(5), fc.integer({ min: 1, max: 4 }), (problem, waves) => {
        const found = leastRisk(problem, waves);
        expect(found?.risk).toBe(byTrying(problem, waves));
        if (found === undefined) return;
        expect(brokenBy(problem, found.waveOf)).toEqual([]);
        expect(riskInside(problem, found.waveOf)).toBe(found.risk);
      }),
      { numRuns: 150 },
    );
  });

  it('takes no wave that saves nothing', () => {
    const problem = aProblem({ size: 3, risks: [[0, 1, 500]] });
    expect([1, 2, 3].map((waves) => new Set(leastRisk(problem, waves)?.waveOf).size)).toEqual([1, 2, 2]);
    expect(leastRisk(aProblem({ size: 0 }), 2)).toEqual({ waveOf: new Int32Array(0), risk: 0 });
  });

  it('is found for twelve tasks, never more than a search finds, and a longer list is searched', () => {
    const random = seededRandom(4);
    const listOf = (size: number) => {
      const pairs = Array.from({ length: size ** 2 }, (_, n) => [Math.floor(n / size), n % size] as const);
      const risks = pairs.filter(([a, b]) => a < b).map(([a, b]) => [a, b, random(2000)] as const);
      return aProblem({ size, risks });
    };
    const inThrees = (size: number) => Int32Array.from({ length: size }, (_, task) => Math.floor(task / 3));
    const [twelve, thirteen] = [listOf(12), listOf(13)];
    expect([isSmall(twelve), isSmall(thirteen)]).toEqual([true, false]);
    const { risk } = lowerRisk(twelve, inThrees(12), 4, 0);
    expect(risk).toBe(leastRisk(twelve, 4)?.risk);
    expect(risk).toBeLessThanOrEqual(searchRisk(twelve, inThrees(12), 4, 100_000).risk);
    expect(lowerRisk(thirteen, inThrees(13), 5, 1000)).toEqual(searchRisk(thirteen, inThrees(13), 5, 1000));
  });
});
