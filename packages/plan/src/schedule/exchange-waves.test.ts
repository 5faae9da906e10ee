import { describe, expect, it } from 'vitest';
import { aProblem, needsOf } from './a-problem.testing.js';
import { openArrangement } from './arrangement.js';
import { exchangeWaves } from './exchange-waves.js';

const parts = {
  size: 4,
  minutes: [1, 2, 3, 4],
  conflicts: [[0, 1]],
  risks: [[2, 3, 70]],
  needs: needsOf(1, 2),
  capacities: [3],
} as const;

describe('neighbouring waves change places', () => {
  it('with all that is known of them', () => {
    const problem = aProblem(parts);
    const arrangement = openArrangement(problem, Int32Array.of(0, 1, 0, 2), 3);
    exchangeWaves(arrangement, 0);
    expect(arrangement).toEqual(openArrangement(problem, Int32Array.of(1, 0, 1, 2), 3));
  });

  it('unless somebody in the later one waits for somebody in the earlier one, or it is the last', () => {
    const problem = aProblem({ ...parts, precedences: [[0, 3]] });
    const start = Int32Array.of(0, 0, 0, 1);
    const arrangement = openArrangement(problem, start, 2);
    exchangeWaves(arrangement, 0);
    exchangeWaves(arrangement, 1);
    expect(arrangement).toEqual(openArrangement(problem, start, 2));
  });
});
