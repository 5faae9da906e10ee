import { seededRandom } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { waveCount } from './arrangement.js';
import type { Pair } from './problem.js';
import { scheduleWaves } from './schedule-waves.js';
import { brokenBy, riskInside } from './some-problem.testing.js';
import { spendWaves } from './spend-waves.js';

/** Every pair carries some risk, below one half. */
function dense(size: number, concurrency: number, units: () => number, precedences: readonly Pair[] = []) {
  const tasks = [...new Array(size).keys()];
  const risks = tasks.flatMap((a) => tasks.slice(a + 1).map((b) => [a, b, units()] as const));
  return aProblem({ size, concurrency, risks, precedences });
}

function seconds(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('spending waves', () => {
  const pairs: [number, number, number][] = [
    [0, 1, 3000],
    [1, 2, 3000],
    [0, 2, 3000],
  ];
  const problem = aProblem({ size: 3, risks: pairs });
  const one = { waves: 1, waveOf: Int32Array.of(0, 0, 0), risk: 9000 };

  it.each([
    ['fast', 1, 9000],
    ['balanced', 2, 3000],
    ['careful', 3, 0],
  ] as const)('%s', (caution, count, risk) => {
    expect(spendWaves(problem, one, caution, 10_000)).toMatchObject({ waves: count, risk });
  });

  it('finds the fewest calm waves of many', () => {
    // a path of nine: two waves are calm, and nine would be too
    const path = Array.from({ length: 8 }, (_, n): [number, number, number] => [n, n + 1, 2000]);
    const nine = aProblem({ size: 9, concurrency: 9, risks: path });
    const all = { waves: 1, waveOf: new Int32Array(9), risk: 16_000 };
    expect(spendWaves(nine, all, 'careful', 10_000)).toMatchObject({ waves: 2, risk: 0 });
  });
});

it('a long list gets as many waves as are worth it, though they are tried in strides', () => {
  // twelve of 120 tasks that should all keep apart: 2, 4 and 8 waves are tried, 16 would save too little
  const twelve = [...new Array(12).keys()];
  const risks = twelve.flatMap((a) => twelve.slice(a + 1).map((b) => [a, b, 9000] as const));
  const { waveOf } = scheduleWaves(aProblem({ size: 120, concurrency: 120, risks }), 'balanced', 'default');
  expect([waveCount(waveOf), riskInside(aProblem({ size: 120, risks }), waveOf)]).toEqual([12, 0]);
});

describe('a list in which every pair carries risk', () => {
  it('of equal risks is halved until a wave more saves less than half a collision', () => {
    // three in a wave: the third meets two, so parting with it saves 0.6; two in a wave: 0.3
    const problem = dense(12, 3, () => 3000);
    const { waveOf } = scheduleWaves(problem, 'balanced', 'default');
    expect([waveCount(waveOf), riskInside(problem, waveOf)]).toEqual([6, 18_000]);
    expect(waveCount(scheduleWaves(problem, 'careful', 'default').waveOf)).toBe(12);
  });

  it('of twelve tasks is arranged at once, whether one waits for another or not', () => {
    const random = seededRandom(5);
    for (const precedences of [[], [[0, 1]]] satisfies Pair[][]) {
      const problem = dense(12, 12, () => 1 + random(2000), precedences);
      expect(seconds(() => scheduleWaves(problem, 'careful', 'low'))).toBeLessThan(0.8);
    }
  });

  it('of 1,000 tasks is arranged within seconds, however many numbers of waves are tried', () => {
    const [size, n] = [1000, 10];
    const random = seededRandom(3);
    const problem = dense(size, n, () => 100 + random(4800));
    const spent = seconds(() => {
      const { waveOf } = scheduleWaves(problem, 'balanced', 'low');
      expect(brokenBy(problem, waveOf)).toEqual([]);
      const listed = waveOf.map((_, task) => Math.floor(task / n));
      expect(riskInside(problem, waveOf)).toBeLessThan(riskInside(problem, listed) / 10);
    });
    expect(spent).toBeLessThan(15);
  });
});
