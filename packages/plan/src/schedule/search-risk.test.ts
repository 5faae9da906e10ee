import { seededRandom } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import type { Assignment } from './arrangement.js';
import { searchRisk } from './search-risk.js';

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
