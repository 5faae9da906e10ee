import { seededRandom } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem, needsOf } from './a-problem.testing.js';
import { type Arrangement, type Assignment, openArrangement, totalRisk, totalTicks } from './arrangement.js';
import { exchangeWaves } from './exchange-waves.js';
import { fewestWaves } from './schedule-waves.js';
import { brokenBy, minutesOf, riskInside, someProblem } from './some-problem.testing.js';
import { mayMove, maySwap, riskOfMove, riskOfSwap, type Step, take, ticksOfMove, ticksOfSwap } from './steps.js';

type Parts = Parameters<typeof aProblem>[0];
const waves = (...waveOf: readonly number[]): Assignment => Int32Array.from(waveOf);

/** A step that may be taken, with what it says it costs. */
function randomStep(
  arrangement: Arrangement,
  random: (limit: number) => number,
): { step: Step; risk: number; ticks: number } | undefined {
  const { size } = arrangement.problem;
  const [task, other, wave] = [random(size), random(size), random(arrangement.waves)];
  if (random(2) === 0) {
    if (!mayMove(arrangement, task, wave)) return undefined;
    const [risk, ticks] = [riskOfMove(arrangement, task, wave), ticksOfMove(arrangement, task, wave)];
    return { step: { kind: 'move', task, wave }, risk, ticks };
  }
  if (!maySwap(arrangement, task, other)) return undefined;
  const [risk, ticks] = [riskOfSwap(arrangement, task, other), ticksOfSwap(arrangement, task, other)];
  return { step: { kind: 'swap', task, other }, risk, ticks };
}

const sorted = ({ members, ...rest }: Arrangement) => ({
  ...rest,
  members: members.map((one) => [...one].sort((a, b) => a - b)),
});

describe('walking at random', () => {
  it('breaks no rule, costs what each step said, and keeps what is known in step', async () => {
    await fc.assert(
      fc.property(someProblem, fc.integer(), (problem, seed) => {
        const start = fewestWaves(problem, 0, 2000);
        const open = start.waves + 1;
        const walked = openArrangement(problem, start.waveOf, open);
        const random = seededRandom(seed);
        for (let n = 0; n < 60; n += 1) {
          if (n % 5 === 0) exchangeWaves(walked, random(open));
          const [risk, ticks] = [totalRisk(walked), totalTicks(walked)];
          const found = randomStep(walked, random);
          if (found === undefined) continue;
          take(walked, found.step);
          expect([totalRisk(walked), totalTicks(walked)]).toEqual([risk + found.risk, ticks + found.ticks]);
        }
        expect(brokenBy(problem, walked.waveOf).filter((fault) => !fault.includes('empty'))).toEqual([]);
        expect(sorted(walked)).toEqual(sorted(openArrangement(problem, walked.waveOf, open)));
        expect([totalRisk(walked), totalTicks(walked)]).toEqual([
          riskInside(problem, walked.waveOf),
          10 * minutesOf(problem, walked.waveOf),
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a step is refused', () => {
  const may = (parts: Parts, waveOf: Assignment, [kind, task, other]: readonly ['move' | 'swap', number, number]) => {
    const arrangement = openArrangement(aProblem(parts), waveOf, 3);
    return kind === 'move' ? mayMove(arrangement, task, other) : maySwap(arrangement, task, other);
  };

  it.each<[string, Parts, Assignment, ['move' | 'swap', number, number]]>([
    ['into a full wave', { size: 3, concurrency: 2 }, waves(0, 1, 1), ['move', 0, 1]],
    ['into the wave it is in', { size: 1 }, waves(0), ['move', 0, 0]],
    ['beside a predecessor', { size: 2, precedences: [[0, 1]] }, waves(0, 1), ['move', 1, 0]],
    ['beyond a successor', { size: 2, precedences: [[0, 1]] }, waves(0, 1), ['move', 0, 2]],
    ['beside one it conflicts with', { size: 2, conflicts: [[0, 1]] }, waves(0, 1), ['move', 0, 1]],
    ['beside one of the same excluding set', { size: 2, groups: [[0, 1]] }, waves(0, 1), ['move', 0, 1]],
    ['with a task of the same wave', { size: 2 }, waves(0, 0), ['swap', 0, 1]],
    ['with one whose mates it conflicts with', { size: 3, conflicts: [[0, 2]] }, waves(0, 1, 1), ['swap', 0, 1]],
    ['with one whose mates are of its excluding set', { size: 3, groups: [[0, 2]] }, waves(0, 1, 1), ['swap', 0, 1]],
    ['with one that would meet its own mates', { size: 3, conflicts: [[1, 2]] }, waves(0, 1, 0), ['swap', 0, 1]],
    ['with its predecessor', { size: 2, precedences: [[0, 1]] }, waves(0, 1), ['swap', 0, 1]],
  ])('%s', (_, parts, waveOf, step) => {
    expect(may(parts, waveOf, step)).toBe(false);
  });

  it('where a pool would be overdrawn, but not where the other gives room', () => {
    const parts = { size: 4, needs: needsOf(1, 1, 1), capacities: [2] };
    const waveOf = waves(0, 1, 1, 1);
    expect(may(parts, waveOf, ['move', 0, 1])).toBe(false);
    expect(may(parts, waveOf, ['swap', 0, 3])).toBe(false);
    expect(may(parts, waveOf, ['swap', 0, 1])).toBe(true);
  });

  it('never because the two that change places conflict with each other', () => {
    expect(may({ size: 2, conflicts: [[0, 1]], groups: [[0, 1]] }, waves(0, 1), ['swap', 0, 1])).toBe(true);
  });
});
