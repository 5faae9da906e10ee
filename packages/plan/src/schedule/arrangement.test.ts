import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem, needsOf } from './a-problem.testing.js';
import {
  type Arrangement,
  moveTask,
  openArrangement,
  riskIn,
  swapTasks,
  totalRisk,
  totalTicks,
  waveCount,
} from './arrangement.js';
import { apartPairs, minutesOf, riskInside, someProblem } from './some-problem.testing.js';

/** The same but for the order of members, which nobody asks about. */
function sorted(arrangement: Arrangement): Arrangement {
  return { ...arrangement, members: arrangement.members.map((wave) => [...wave].sort((a, b) => a - b)) };
}

const WAVES = 4;
const wave = fc.nat(WAVES - 1);
/** A problem, where each of at most eight tasks stands, and what happens then. */
const someChanges = fc.record({
  problem: someProblem,
  waves: fc.array(wave, { minLength: 8, maxLength: 8 }),
  steps: fc.array(fc.record({ task: fc.nat(7), other: fc.nat(7), wave, swap: fc.boolean() }), { maxLength: 12 }),
});

function changed({ problem, waves, steps }: typeof someChanges extends fc.Arbitrary<infer T> ? T : never): Arrangement {
  const arrangement = openArrangement(problem, Int32Array.from(waves.slice(0, problem.size)), WAVES);
  for (const step of steps) {
    const [task, other] = [step.task % problem.size, step.other % problem.size];
    if (!step.swap) moveTask(arrangement, task, step.wave);
    else if (task !== other) swapTasks(arrangement, task, other);
  }
  return arrangement;
}

/** By task, for every wave but its own: how often somebody there may not be beside it. Of its own wave nobody asks. */
function conflictsElsewhere({ problem, waveOf, apartIn }: Arrangement): readonly (readonly number[])[] {
  return [...waveOf].map((own, task) => elsewhere(own).map((one) => apartIn[one * problem.size + task] ?? 0));
}

function conflictsByPairs({ problem, waveOf }: Arrangement): readonly (readonly number[])[] {
  const pairs = apartPairs(problem);
  const met = (task: number, one: number) =>
    pairs.filter(([a, b]) => (a === task && waveOf[b] === one) || (b === task && waveOf[a] === one)).length;
  return [...waveOf].map((own, task) => elsewhere(own).map((one) => met(task, one)));
}

function elsewhere(own: number): readonly number[] {
  return [...new Array(WAVES).keys()].filter((one) => one !== own);
}

describe('an arrangement under change', () => {
  it('knows after any moves and swaps what it would know if it were made anew', async () => {
    await fc.assert(
      fc.property(someChanges, (changes) => {
        const arrangement = changed(changes);
        const anew = openArrangement(changes.problem, arrangement.waveOf, WAVES);
        expect(sorted(arrangement)).toEqual(sorted(anew));
      }),
      { numRuns: 150 },
    );
  });

  it('counts risk, time and conflicts as looking at every pair does', async () => {
    await fc.assert(
      fc.property(someChanges, (changes) => {
        const { problem } = changes;
        const arrangement = changed(changes);
        expect(totalRisk(arrangement)).toBe(riskInside(problem, arrangement.waveOf));
        expect(totalTicks(arrangement)).toBe(10 * minutesOf(problem, arrangement.waveOf));
        expect(conflictsElsewhere(arrangement)).toEqual(conflictsByPairs(arrangement));
      }),
      { numRuns: 150 },
    );
  });

  it('tells the risk a task meets in its wave, and the risk it would meet in others', () => {
    const risks = [
      [0, 1, 5],
      [0, 2, 7],
      [1, 2, 11],
    ] as const;
    const arrangement = openArrangement(aProblem({ size: 3, risks }), Int32Array.of(0, 0, 1), 2);
    const table = () => [0, 1, 2].map((task) => [0, 1].map((one) => riskIn(arrangement, task, one)));
    expect(table()).toEqual([
      [5, 7],
      [5, 11],
      [18, 0],
    ]);
    swapTasks(arrangement, 0, 2);
    expect(table()).toEqual([
      [12, 0],
      [11, 5],
      [11, 7],
    ]);
  });

  it('knows the longest of a wave and the longest but one, be they equal or not there', () => {
    const problem = aProblem({ size: 4, minutes: [5, 5, 2, 0.04] });
    const { longest, second } = openArrangement(problem, Int32Array.of(0, 0, 1, 2), 4);
    expect([[...longest], [...second]]).toEqual([
      [50, 20, 0, 0],
      [50, 0, 0, 0],
    ]);
  });

  it('leaves the pools of the wave a task came from, and fills those of the other', () => {
    const problem = aProblem({ size: 2, needs: needsOf(2, 1), capacities: [3] });
    const arrangement = openArrangement(problem, Int32Array.of(0, 0), 2);
    moveTask(arrangement, 0, 1);
    expect([...arrangement.load]).toEqual([1, 2]);
    moveTask(arrangement, 0, 1);
    expect([...arrangement.load]).toEqual([1, 2]);
  });

  it('never writes to the assignment it was opened with', () => {
    const given = Int32Array.of(0, 1);
    swapTasks(openArrangement(aProblem({ size: 2 }), given, 2), 0, 1);
    expect([...given]).toEqual([0, 1]);
  });
});

it.each([
  [[], 0],
  [[0], 1],
  [[2, 0], 3],
])('waves of %j are counted with empty ones: %i', (waves, count) => {
  expect(waveCount(Int32Array.from(waves))).toBe(count);
});
