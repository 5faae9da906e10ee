import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collisions, type PlanOutcome, scoredPairs } from './plan-outcome.js';

/** Tasks by the files they changed, as letters. */
function outcome(...files: readonly string[]): PlanOutcome {
  return {
    oneAuthor: true,
    tasks: files.map((letters) => ({ predicted: [], changed: new Set(letters) })),
    risk: (a, b) => (a * 10 + b) / 100,
    points: [],
  };
}

describe('past tasks planned together', () => {
  it('are held in pairs against what was said of them, the lower number first', () => {
    expect(scoredPairs(outcome('ab', 'b', 'c'))).toEqual([
      { risk: 0.01, conflict: true },
      { risk: 0.02, conflict: false },
      { risk: 0.12, conflict: false },
    ]);
  });

  it('collide when they ran in one wave and changed a common file, once for each pair', () => {
    expect(collisions(outcome('ab', 'ab', 'b'), [0, 0, 0])).toBe(3);
    expect(collisions(outcome('ab', 'ab', 'b'), [0, 1, 0])).toBe(1);
    expect(collisions(outcome('ab', 'ab', 'b'), [0, 1, 2])).toBe(0);
    expect(collisions(outcome('a', 'b', ''), [0, 0, 0])).toBe(0);
  });

  it('of one task or none are no pair', () => {
    for (const few of [outcome(), outcome('a')]) expect([scoredPairs(few), collisions(few, [0])]).toEqual([[], 0]);
  });
});

it('all in one wave collide as often as pairs conflict, and a finer plan never more', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 3 });
  const tasks = fc.array(fc.record({ letters, wave: fc.integer({ min: 0, max: 3 }), half: fc.integer({ min: 0, max: 1 }) }));
  await fc.assert(
    fc.property(tasks, (all) => {
      const one = outcome(...all.map((task) => task.letters));
      const conflicting = scoredPairs(one).filter(({ conflict }) => conflict).length;
      const waves = all.map(({ wave }) => wave);
      expect(
        collisions(
          one,
          all.map(() => 0),
        ),
      ).toBe(conflicting);
      expect(collisions(one, waves)).toBeLessThanOrEqual(conflicting);
      expect(
        collisions(
          one,
          all.map(({ wave, half }) => wave * 2 + half),
        ),
      ).toBeLessThanOrEqual(collisions(one, waves));
    }),
  );
});
