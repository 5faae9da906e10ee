import { type Plan, type Task, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../check-plan.js';
import { makePlan } from '../make-plan.js';

/** Nine tasks with one of everything that keeps tasks apart. */
const tasks: readonly Task[] = [
  aTask('a', { writes: ['src/**'] }),
  aTask('b', { writes: ['src/x.ts'] }),
  aTask('c', { dependsOn: ['a'] }),
  aTask('d', { dependsOn: ['c'] }),
  aTask('e', { exclusive: true }),
  aTask('f', { resources: [{ name: 'gpu', amount: 2 }] }),
  aTask('g', { resources: [{ name: 'gpu', amount: 1 }] }),
  aTask('h', { resources: [{ name: 'gpu', amount: 1 }] }),
  aTask('i'),
];
const CAPACITIES = { gpu: 3 };
const risks = [{ between: [taskId('h'), taskId('i')] as const, p: 0.7 }];
const base = { commit: aCommit(1), branch: null };
const good = makePlan({
  tasks,
  base,
  concurrency: 3,
  caution: 'balanced',
  touchSets: [],
  risks,
  hubs: [],
  capacities: CAPACITIES,
  notes: [],
});

/** The plan with each task in a wave of our choice, and records that agree. */
function rearranged(waveOf: readonly number[]): Plan {
  const used = [...new Set(waveOf)].sort();
  const waves = used.map((wave) => tasks.filter((_, n) => waveOf[n] === wave).map(({ id }) => id));
  const records = good.tasks.map((task, n) => ({ ...task, wave: used.indexOf(waveOf[n] ?? 0) + 1 }));
  return { ...good, tasks: records, waves };
}

/** The rules of these nine tasks, written out by hand. */
function isSafe(waveOf: readonly number[]): boolean {
  const [a = 0, b, c = 0, d = 0, e, f, g, h, i] = waveOf;
  const crowded = waveOf.some((wave) => waveOf.filter((other) => other === wave).length > 3);
  const beside = waveOf.filter((wave) => wave === e).length > 1;
  const pool = f === g && g === h;
  return !crowded && !beside && !pool && a !== b && a < c && c < d && h !== i;
}

describe('the checker and nine tasks', () => {
  it('finds nothing in the plan that was made', () => {
    expect(checkPlan(good, tasks, CAPACITIES)).toEqual([]);
  });

  it('finds fault with exactly the arrangements that break a rule', async () => {
    const any = fc.array(fc.nat(4), { minLength: 9, maxLength: 9 });
    const nearlyGood = fc
      .tuple(fc.nat(8), fc.nat(4))
      .map(([task, wave]) => good.tasks.map((one, n) => (n === task ? wave : one.wave - 1)));
    await fc.assert(
      fc.property(fc.oneof(any, nearlyGood), (waveOf) => {
        expect(checkPlan(rearranged(waveOf), tasks, CAPACITIES).length === 0).toBe(isSafe(waveOf));
      }),
      { numRuns: 300 },
    );
  });

  it('finds every task that is left out, and every one that is there twice', async () => {
    await fc.assert(
      fc.property(fc.constantFrom(...tasks), ({ id }) => {
        const without = good.waves.map((wave) => wave.filter((one) => one !== id));
        expect(checkPlan({ ...good, waves: without }, tasks, CAPACITIES)).toContain(`${id} is in no wave`);
        const twice = checkPlan({ ...good, waves: [...good.waves, [id]] }, tasks, CAPACITIES);
        expect(twice.some((fault) => fault.startsWith(`${id} is in 2 waves`))).toBe(true);
      }),
    );
  });
});
