import { seededRandom } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { type Assignment, openArrangement, totalRisk } from './arrangement.js';

import { orderWaves } from './order-waves.js';
import { searchRisk } from './search-risk.js';
import { settleOrder } from './settle-order.js';
import { spendWaves } from './spend-waves.js';

type Parts = Parameters<typeof aProblem>[0];

const waves = (...waveOf: readonly number[]): Assignment => Int32Array.from(waveOf);

describe('searching for less risk', () => {
  it('swaps in full waves, where nothing can move', () => {
    const problem = aProblem({
      size: 4,
      concurrency: 2,
      risks: [
        [0, 1, 100],
        [2, 3, 100],
      ],
    });
    expect(searchRisk(problem, waves(0, 0, 1, 1), 2, 5000)).toMatchObject({ risk: 0, waves: 2 });
  });

  it('gets out of a place where no single step helps', () => {
    // a ring of six with equal risks: halves are best found after a disturbance
    const ring = [0, 1, 2, 3, 4, 5].map((n): [number, number, number] => [n, (n + 1) % 6, 100]);
    const problem = aProblem({ size: 6, concurrency: 3, risks: ring });
    expect(searchRisk(problem, waves(0, 0, 0, 1, 1, 1), 2, 5000).risk).toBe(0);
  });

  it('gives the same answer every time', () => {
    const random = seededRandom(9);
    const risks = Array.from({ length: 60 }, (_, n): [number, number, number] => [
      n % 10,
      10 + ((3 * n + (n % 7)) % 10),
      random(500),
    ]).filter(([a, b], n, all) => all.findIndex(([c, d]) => a === c && b === d) === n);
    const problem = aProblem({ size: 20, concurrency: 4, risks });
    const start = Int32Array.from({ length: 20 }, (_, n) => Math.floor(n / 4));
    expect(searchRisk(problem, start, 5, 20_000)).toEqual(searchRisk(problem, start, 5, 20_000));
  });
});

describe('spending waves', () => {
  const pairs: [number, number, number][] = [
    [0, 1, 3000],
    [1, 2, 3000],
    [0, 2, 3000],
  ];
  const problem = aProblem({ size: 3, risks: pairs });
  const one = { waves: 1, waveOf: waves(0, 0, 0), risk: 9000 };

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

describe('settling the order', () => {
  const settle = (wanted: Parts, waveOf: Assignment) => {
    const count = Math.max(...waveOf) + 1;
    const problem = aProblem(wanted);
    const risk = totalRisk(openArrangement(problem, waveOf, count));
    return [...settleOrder(problem, { waveOf, waves: count, risk })];
  };

  it('brings listed tasks forward', () => {
    expect(settle({ size: 4, concurrency: 2 }, waves(1, 1, 0, 0))).toEqual([0, 0, 1, 1]);
  });

  it('fills earlier waves and drops what is empty then', () => {
    expect(settle({ size: 3 }, waves(0, 1, 2))).toEqual([0, 0, 0]);
  });

  it('never for more risk', () => {
    expect(settle({ size: 4, concurrency: 2, risks: [[0, 1, 1]] }, waves(0, 1, 1, 0))).toEqual([0, 1, 0, 1]);
  });

  it('follows preference before the list', () => {
    expect(settle({ size: 4, concurrency: 2, preferred: [3, 2, 1, 0] }, waves(0, 0, 1, 1))).toEqual([1, 1, 0, 0]);
  });

  it('exchanges whole waves when no two tasks may change places', () => {
    // 0 and 1 belong together, 2 and 3 too: every other pair conflicts
    const conflicts = [
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
    ] as const;
    expect(settle({ size: 4, conflicts }, waves(1, 1, 0, 0))).toEqual([0, 0, 1, 1]);
  });

  it('renumbers waves only as far as precedence allows', () => {
    const after = aProblem({ size: 4, precedences: [[3, 0]] });
    expect([...orderWaves(after, waves(5, 2, 9, 3))]).toEqual([1, 2, 3, 0]);
  });
});
