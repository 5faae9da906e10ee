import { type PairRisk, repoPath, type TaskId, taskId } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskTable } from './risk-table.js';
import { fromUnits, roundProbability, toUnits } from './risk-units.js';

const numberOf = new Map<TaskId, number>(['a', 'b', 'c'].map((id, n) => [taskId(id), n]));

function risk(a: string, b: string, p: number, path?: string): PairRisk {
  const pair = { between: [taskId(a), taskId(b)] as const, p };
  return path === undefined ? pair : { ...pair, path: repoPath(path) };
}

describe('risks by number', () => {
  it('come by first, then second task, the lower number first, with their file', () => {
    expect(riskTable([risk('c', 'b', 0.2), risk('c', 'a', 0.1, 'x.ts'), risk('a', 'b', 0.3)], numberOf)).toEqual([
      { between: [0, 1], units: 3000 },
      { between: [0, 2], units: 1000, path: 'x.ts' },
      { between: [1, 2], units: 2000 },
    ]);
  });

  it('leave out strangers, a task against itself, and what rounds to nothing', () => {
    const left = [risk('a', 'z', 0.9), risk('z', 'a', 0.9), risk('a', 'a', 0.9), risk('a', 'b', 0.00004)];
    expect(riskTable(left, numberOf)).toEqual([]);
    expect(riskTable([risk('a', 'b', 0.00005)], numberOf)).toEqual([{ between: [0, 1], units: 1 }]);
  });

  it('do not depend on the order or direction in which they come', async () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const one = fc
      .tuple(id, id, fc.constantFrom(0.1, 0.2), fc.constantFrom(undefined, 'x.ts', 'y.ts'))
      .map(([a, b, p, path]) => risk(a, b, p, path));
    await fc.assert(
      fc.property(fc.array(one), (risks) => {
        const turned = risks.map((two) => ({ ...two, between: [two.between[1], two.between[0]] as const })).reverse();
        expect(riskTable(turned, numberOf)).toEqual(riskTable(risks, numberOf));
      }),
    );
  });
});

describe('units of risk', () => {
  it('are ten-thousandths, rounded', () => {
    expect([0, 0.00004, 0.00005, 0.12345, 1].map(toUnits)).toEqual([0, 0, 1, 1235, 10_000]);
    expect([0.123449, 0.99999].map(roundProbability)).toEqual([0.1234, 1]);
  });

  it('add up to the same sum in any order, as probabilities would not', async () => {
    expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
    const some = fc.array(fc.double({ min: 0, max: 1, noNaN: true }));
    const sum = (list: readonly number[]) => fromUnits(list.reduce((total, p) => total + toUnits(p), 0));
    await fc.assert(fc.property(some, (list) => sum(list) === sum([...list].reverse())));
  });
});
