import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { type Aim, anneal } from './anneal.js';
import { openArrangement, totalRisk } from './arrangement.js';
import { fewestWaves } from './schedule-waves.js';
import { brokenBy, riskInside, someProblem } from './some-problem.testing.js';
import { riskOfMove, riskOfSwap } from './steps.js';

const risk: Aim = { ofMove: riskOfMove, ofSwap: riskOfSwap, total: totalRisk, hot: 3000, cold: 30 };

describe('annealing', () => {
  it('answers the best it met, counts truly, and never goes through what is forbidden', async () => {
    await fc.assert(
      fc.property(someProblem, fc.nat(400_000), (problem, steps) => {
        const { waveOf, waves } = fewestWaves(problem, 0, 2000);
        const arrangement = openArrangement(problem, waveOf, waves + 1);
        const found = anneal(arrangement, risk, steps);
        expect(found.total).toBe(riskInside(problem, found.waveOf));
        expect(found.total).toBeLessThanOrEqual(Math.min(riskInside(problem, waveOf), totalRisk(arrangement)));
        for (const seen of [found.waveOf, arrangement.waveOf]) {
          expect(brokenBy(problem, seen).filter((fault) => !fault.includes('empty'))).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('climbs out of a hollow: no single step helps, and two do', () => {
    // three pairs that belong apart in two full waves: 0 1 2 | 3 4 5 -> each pair split
    const risks = [
      [0, 1, 1000],
      [3, 4, 1000],
      [0, 3, 900],
      [1, 4, 900],
    ] as const;
    const problem = aProblem({ size: 6, risks });
    const arrangement = openArrangement(problem, Int32Array.of(0, 0, 0, 1, 1, 1), 2);
    expect(anneal(arrangement, risk, 1_000_000).total).toBe(0);
  });

  it('leaves everything as it is without steps, and takes none that its aim refuses', () => {
    const problem = aProblem({ size: 4, risks: [[0, 1, 500]] });
    const start = Int32Array.of(0, 0, 1, 1);
    const annealed = (aim: Aim, steps: number) => {
      const { waveOf, total } = anneal(openArrangement(problem, start, 2), aim, steps);
      return [...waveOf, total];
    };
    const refusing = { ...risk, ofMove: () => undefined, ofSwap: () => undefined };
    expect(annealed(risk, 0)).toEqual([0, 0, 1, 1, 500]);
    expect(annealed(refusing, 100_000)).toEqual([0, 0, 1, 1, 500]);
    expect(annealed(risk, 100_000).at(-1)).toBe(0);
  });
});
