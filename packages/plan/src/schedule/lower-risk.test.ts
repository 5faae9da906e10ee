import { seededRandom } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { anInstance, type Wanted } from './an-instance.testing.js';
import { openArrangement, totalRisk } from './arrangement.js';
import type { Assignment } from './instance.js';
import { lowerRisk } from './lower-risk.js';
import { orderWaves } from './order-waves.js';
import { settleOrder } from './settle-order.js';
import { spendWaves } from './spend-waves.js';
import { moveStep, swapStep, take } from './steps.js';

const waves = (...waveOf: readonly number[]): Assignment => Int32Array.from(waveOf);

describe('an arrangement', () => {
  it('keeps what it knows in step with its moves', () => {
    const random = seededRandom(5);
    const pairs = Array.from({ length: 40 }, (): [number, number, number] => [random(10), 10 + random(5), random(900)]);
    const needs = { 0: [{ pool: 0, amount: 2 }], 3: [{ pool: 0, amount: 1 }], 12: [{ pool: 0, amount: 1 }] };
    const conflicts = [
      [0, 11],
      [4, 5],
      [9, 13],
    ] as const;
    const instance = anInstance({ size: 15, concurrency: 5, risks: pairs, conflicts, needs, capacities: [2] });
    const start = waves(0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4);
    const walked = openArrangement(instance, start, 5);
    for (let n = 0; n < 200; n += 1) {
      const before = totalRisk(walked);
      const step = n % 2 === 0 ? moveStep(walked, random(15), random(5)) : swapStep(walked, random(15), random(15));
      if (step === undefined) continue;
      take(walked, step);
      expect(totalRisk(walked)).toBe(before + step.cost);
    }
    const fresh = openArrangement(instance, walked.waveOf, 5);
    expect(walked.waveOf).not.toEqual(start);
    expect({ ...walked, members: walked.members.map((members) => [...members].sort()) }).toEqual({
      ...fresh,
      members: fresh.members.map((members) => [...members].sort()),
    });
  });
});

describe('a step is refused', () => {
  const step = (wanted: Wanted, waveOf: Assignment, [task, other]: readonly [number, number], kind: 'move' | 'swap') => {
    const arrangement = openArrangement(anInstance(wanted), waveOf, 3);
    return kind === 'move' ? moveStep(arrangement, task, other) : swapStep(arrangement, task, other);
  };

  it.each<[string, Wanted, Assignment, ['move' | 'swap', number, number]]>([
    ['into a full wave', { size: 3, concurrency: 2 }, waves(0, 1, 1), ['move', 0, 1]],
    ['into the wave it is in', { size: 1 }, waves(0), ['move', 0, 0]],
    ['beside a predecessor', { size: 2, precedences: [[0, 1]] }, waves(0, 1), ['move', 1, 0]],
    ['beyond a successor', { size: 2, precedences: [[0, 1]] }, waves(0, 1), ['move', 0, 2]],
    ['beside one it conflicts with', { size: 2, conflicts: [[0, 1]] }, waves(0, 1), ['move', 0, 1]],
    ['with a task of the same wave', { size: 2 }, waves(0, 0), ['swap', 0, 1]],
    ['with one whose mates it conflicts with', { size: 3, conflicts: [[0, 2]] }, waves(0, 1, 1), ['swap', 0, 1]],
    ['with one that would meet its own mates', { size: 3, conflicts: [[1, 2]] }, waves(0, 1, 0), ['swap', 0, 1]],
    ['with its predecessor', { size: 2, precedences: [[0, 1]] }, waves(0, 1), ['swap', 0, 1]],
  ])('%s', (_, wanted, waveOf, [kind, task, other]) => {
    expect(step(wanted, waveOf, [task, other], kind)).toBeUndefined();
  });

  it('where a pool would be overdrawn, but not where the other gives room', () => {
    const need = [{ pool: 0, amount: 1 }];
    const wanted = { size: 4, needs: { 0: need, 1: need, 2: need }, capacities: [2] };
    const waveOf = waves(0, 1, 1, 1);
    expect(step(wanted, waveOf, [0, 1], 'move')).toBeUndefined();
    expect(step(wanted, waveOf, [0, 3], 'swap')).toBeUndefined();
    expect(step(wanted, waveOf, [0, 1], 'swap')).toMatchObject({ kind: 'swap', cost: 0 });
  });

  it('when it costs the limit or more', () => {
    const arrangement = openArrangement(anInstance({ size: 2, risks: [[0, 1, 7]] }), waves(0, 1), 2);
    expect(moveStep(arrangement, 0, 1, 7)).toBeUndefined();
    expect(moveStep(arrangement, 0, 1, 8)).toEqual({ kind: 'move', task: 0, wave: 1, cost: 7 });
  });
});

describe('lowering risk', () => {
  it('swaps in full waves, where nothing can move', () => {
    const instance = anInstance({
      size: 4,
      concurrency: 2,
      risks: [
        [0, 1, 100],
        [2, 3, 100],
      ],
    });
    expect(lowerRisk(instance, waves(0, 0, 1, 1), 2)).toMatchObject({ risk: 0, waves: 2 });
  });

  it('gets out of a place where no single step helps', () => {
    // a ring of six with equal risks: halves are best found after a disturbance
    const ring = [0, 1, 2, 3, 4, 5].map((n): [number, number, number] => [n, (n + 1) % 6, 100]);
    const instance = anInstance({ size: 6, concurrency: 3, risks: ring });
    expect(lowerRisk(instance, waves(0, 0, 0, 1, 1, 1), 2).risk).toBe(0);
  });

  it('gives the same answer every time', () => {
    const random = seededRandom(9);
    const risks = Array.from({ length: 60 }, (): [number, number, number] => [random(10), 10 + random(10), random(500)]);
    const instance = anInstance({ size: 20, concurrency: 4, risks });
    const start = Int32Array.from({ length: 20 }, (_, n) => Math.floor(n / 4));
    expect(lowerRisk(instance, start, 5)).toEqual(lowerRisk(instance, start, 5));
  });
});

describe('spending waves', () => {
  const pairs: [number, number, number][] = [
    [0, 1, 3000],
    [1, 2, 3000],
    [0, 2, 3000],
  ];
  const instance = anInstance({ size: 3, risks: pairs });
  const one = { waves: 1, waveOf: waves(0, 0, 0), risk: 9000 };

  it.each([
    ['fast', 1, 9000],
    ['balanced', 2, 3000],
    ['careful', 3, 0],
  ] as const)('%s', (caution, count, risk) => {
    expect(spendWaves(instance, one, caution)).toMatchObject({ waves: count, risk });
  });

  it('finds the fewest calm waves of many', () => {
    // a path of nine: two waves are calm, and nine would be too
    const path = Array.from({ length: 8 }, (_, n): [number, number, number] => [n, n + 1, 2000]);
    const nine = anInstance({ size: 9, concurrency: 9, risks: path });
    const all = { waves: 1, waveOf: new Int32Array(9), risk: 16_000 };
    expect(spendWaves(nine, all, 'careful')).toMatchObject({ waves: 2, risk: 0 });
  });
});

describe('settling the order', () => {
  const settle = (wanted: Wanted, waveOf: Assignment) => {
    const count = Math.max(...waveOf) + 1;
    const instance = anInstance(wanted);
    const risk = totalRisk(openArrangement(instance, waveOf, count));
    return [...settleOrder(instance, { waveOf, waves: count, risk })];
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
    // 3 -> 0
    const instance = anInstance({ size: 4, preferred: [0, 1, 2, 3], precedences: [] });
    const after = { ...instance, before: [[3], [], [], []], after: [[], [], [], [0]] };
    expect([...orderWaves(after, waves(5, 2, 9, 3))]).toEqual([1, 2, 3, 0]);
  });
});
