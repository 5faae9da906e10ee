import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { type Assignment, openArrangement, totalRisk } from './arrangement.js';
import { settleOrder } from './settle-order.js';

type Parts = Parameters<typeof aProblem>[0];

const waves = (...waveOf: readonly number[]): Assignment => Int32Array.from(waveOf);

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
});
