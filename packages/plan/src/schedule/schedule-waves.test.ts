import type { Caution } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { waveCount } from './arrangement.js';
import { lowerRisk } from './lower-risk.js';
import { type Problem, reversed } from './problem.js';
import { countWaves, fewestWaves, scheduleWaves } from './schedule-waves.js';
import { searchRisk } from './search-risk.js';
import { settleOrder } from './settle-order.js';
import { shortenWaves } from './shorten-waves.js';
import { brokenBy, minutesOf, riskInside, someProblem } from './some-problem.testing.js';
import { waveBound } from './wave-bound.js';

const someCaution = fc.constantFrom<Caution>('fast', 'balanced', 'careful');
const holds = (law: (problem: Problem, caution: Caution) => void) =>
  fc.assert(fc.property(someProblem, someCaution, law), { numRuns: 40 });

const fewest = (problem: Problem) => fewestWaves(problem, waveBound(problem).waves, 300_000).waveOf;

describe('any schedule', () => {
  it('breaks no rule, and takes no fewer waves than its bound', async () => {
    await holds((problem, caution) => {
      const { waveOf, bound } = scheduleWaves(problem, caution, 'low');
      expect(brokenBy(problem, waveOf)).toEqual([]);
      expect(waveCount(waveOf)).toBeGreaterThanOrEqual(bound.waves);
    });
  });

  it('takes more waves with more caution, and risks less', async () => {
    await holds((problem) => {
      const [fast, balanced, careful] = (['fast', 'balanced', 'careful'] as const).map((caution) => {
        const { waveOf } = scheduleWaves(problem, caution, 'low');
        return { waves: waveCount(waveOf), risk: riskInside(problem, waveOf) };
      });
      expect(balanced?.waves).toBeGreaterThanOrEqual(fast?.waves ?? 0);
      expect(balanced?.risk).toBeLessThanOrEqual(fast?.risk ?? 0);
      expect(careful?.risk).toBeLessThan(1000);
      // an extra wave has to save half a collision
      expect((fast?.risk ?? 0) - (balanced?.risk ?? 0)).toBeGreaterThanOrEqual(
        5000 * ((balanced?.waves ?? 0) - (fast?.waves ?? 0)),
      );
    });
  });

  it('has as many waves as are counted without settling their order', async () => {
    await holds((problem, caution) => {
      expect(countWaves(problem, caution, 'low')).toBe(waveCount(scheduleWaves(problem, caution, 'low').waveOf));
    });
  });

  it('is the same every time', async () => {
    await holds((problem, caution) => {
      expect(scheduleWaves(problem, caution, 'low')).toEqual(scheduleWaves(problem, caution, 'low'));
    });
  });
});

describe('each step on the way', () => {
  it('finds as few waves forwards as backwards in time', async () => {
    await holds((problem) => {
      expect(waveCount(fewest(reversed(problem)))).toBe(waveCount(fewest(problem)));
    });
  });

  it('lowers risk without a wave more or a rule less, and says truly what is left', async () => {
    await holds((problem) => {
      const start = fewest(problem);
      for (const lower of [lowerRisk, searchRisk]) {
        const { waveOf, risk, waves } = lower(problem, start, waveCount(start), 10_000);
        expect(brokenBy(problem, waveOf).filter((fault) => !fault.includes('empty'))).toEqual([]);
        expect({ risk, waves }).toEqual({ risk: riskInside(problem, waveOf), waves: waveCount(start) });
        expect(risk).toBeLessThanOrEqual(riskInside(problem, start));
      }
    });
  });

  it('searches for less risk as far as it may look, never below what it started with', async () => {
    await holds((problem) => {
      const start = fewest(problem);
      const none = searchRisk(problem, start, waveCount(start), 0);
      expect({ ...none, waveOf: [...none.waveOf] }).toEqual({
        waves: waveCount(start),
        risk: riskInside(problem, start),
        waveOf: [...start],
      });
    });
  });

  it('shortens waves without a wave, a risk or a rule more', async () => {
    await holds((problem) => {
      const start = fewest(problem);
      const arranged = { waveOf: start, waves: waveCount(start), risk: riskInside(problem, start) };
      const shorter = shortenWaves(problem, arranged, 10_000);
      expect(brokenBy(problem, shorter.waveOf).filter((fault) => !fault.includes('empty'))).toEqual([]);
      expect(shorter.risk).toBe(riskInside(problem, shorter.waveOf));
      expect(shorter.risk).toBeLessThanOrEqual(arranged.risk);
      expect(minutesOf(problem, shorter.waveOf)).toBeLessThanOrEqual(minutesOf(problem, start));
    });
  });

  it('settles the order for no more risk and no more waves, and has nothing left to do then', async () => {
    await holds((problem) => {
      const waveOf = fewest(problem);
      const arranged = (one: typeof waveOf) => ({ waveOf: one, waves: waveCount(one), risk: riskInside(problem, one) });
      const settled = settleOrder(problem, arranged(waveOf));
      expect(brokenBy(problem, settled)).toEqual([]);
      expect(riskInside(problem, settled)).toBeLessThanOrEqual(riskInside(problem, waveOf));
      expect(minutesOf(problem, settled)).toBeLessThanOrEqual(minutesOf(problem, waveOf));
      expect(waveCount(settled)).toBeLessThanOrEqual(waveCount(waveOf));
      expect(settleOrder(problem, arranged(settled))).toEqual(settled);
    });
  });
});

describe('a schedule of tasks of which some are urgent', () => {
  /** Priorities from -1 to 2; who is more urgent is preferred. */
  const urgent = fc
    .tuple(someProblem, fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 8, maxLength: 8 }))
    .map(([problem, given]): Problem => {
      const priority = Int32Array.from(given.slice(0, problem.size));
      const preferred = problem.preferred.slice().sort((a, b) => (priority[b] ?? 0) - (priority[a] ?? 0));
      return { ...problem, priority, preferred };
    });

  it('has none behind a less urgent one that could change places with it at no risk', async () => {
    await fc.assert(
      fc.property(urgent, someCaution, (problem, caution) => {
        const { waveOf } = scheduleWaves(problem, caution, 'low');
        expect(brokenBy(problem, waveOf)).toEqual([]);
        for (const task of waveOf.keys()) {
          for (const other of waveOf.keys()) {
            if ((waveOf[task] ?? 0) <= (waveOf[other] ?? 0) || (problem.priority[task] ?? 0) <= (problem.priority[other] ?? 0))
              continue;
            const swapped = waveOf.map((wave, n) =>
              n === task ? (waveOf[other] ?? 0) : n === other ? (waveOf[task] ?? 0) : wave,
            );
            const isWorse = riskInside(problem, swapped) > riskInside(problem, waveOf);
            expect(isWorse || brokenBy(problem, swapped).length > 0).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has as many waves and no more risk than if none were', async () => {
    await fc.assert(
      fc.property(urgent, someCaution, (problem, caution) => {
        const none = { ...problem, priority: new Int32Array(problem.size) };
        const [now, before] = [problem, none].map((one) => scheduleWaves(one, caution, 'low').waveOf) as [
          Int32Array<ArrayBuffer>,
          Int32Array<ArrayBuffer>,
        ];
        expect(waveCount(now)).toBeLessThanOrEqual(waveCount(before));
        expect(riskInside(problem, now)).toBeLessThanOrEqual(riskInside(problem, before));
      }),
      { numRuns: 60 },
    );
  });

  it('puts two urgent ones into one wave, though long ones together would take less time', () => {
    const problem = aProblem({
      size: 4,
      concurrency: 2,
      minutes: [40, 30, 20, 10],
      preferred: [0, 3, 1, 2],
      priority: [9, 0, 0, 9],
    });
    expect([...scheduleWaves(problem, 'balanced', 'low').waveOf]).toEqual([0, 1, 1, 0]);
    expect([...scheduleWaves({ ...problem, priority: new Int32Array(4) }, 'balanced', 'low').waveOf]).toEqual([0, 0, 1, 1]);
  });
});

describe('fewest waves', () => {
  it('stops at the bound, and looks for no fewer', () => {
    expect(fewestWaves(aProblem({ size: 9 }), 3, 1000).waves).toBe(3);
    expect([...fewestWaves(aProblem({ size: 0 }), 0, 1000).waveOf]).toEqual([]);
  });

  it('finds what no list order finds by itself: two colours for a ladder of conflicts', () => {
    // the crown: 0..4 against 5..9, each with all of the other side but its own partner; taking partners in turn needs five waves
    const crown = [0, 1, 2, 3, 4].flatMap((a) => [5, 6, 7, 8, 9].filter((b) => b !== a + 5).map((b) => [a, b] as const));
    const preferred = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
    expect(fewestWaves(aProblem({ size: 10, concurrency: 5, conflicts: crown, preferred }), 2, 1_000_000).waves).toBe(2);
  });
});
