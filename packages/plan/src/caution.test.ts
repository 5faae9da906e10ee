import { type Caution, type Plan, seededRandom, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { leastRisk } from './least-risk.testing.js';
import { makePlan } from './make-plan.js';

const FILES = 5;

/** Up to twelve tasks with some order, some shared files and many risks, by chance. */
function somePlan(seed: number, caution: Caution): Plan {
  const random = seededRandom(seed);
  const size = 8 + random(5);
  const tasks = Array.from({ length: size }, (_, n) =>
    aTask(`t${n}`, {
      writes: random(3) === 0 ? [`f${random(FILES)}.ts`] : [],
      dependsOn: n > 0 && random(4) === 0 ? [taskId(`t${random(n)}`)] : [],
    }),
  );
  const density = 20 + random(60);
  const risks = tasks.flatMap((a, m) =>
    tasks
      .slice(m + 1)
      .flatMap((b) => (random(100) < density ? [{ between: [a.id, b.id] as const, p: random(7000) / 10_000 }] : [])),
  );
  const rest = { touchSets: [], hubs: [], capacities: {}, notes: [] };
  return makePlan({ tasks, risks, caution, concurrency: 2 + random(4), base: { commit: aCommit(1), branch: null }, ...rest });
}

const units = (plan: Plan): number => Math.round(plan.forecast.expectedCollisions * 10_000);
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1);

describe('beside the best of all arrangements of up to twelve tasks', () => {
  it('`fast` has the fewest waves, and in them the least risk there is', () => {
    const found = SEEDS.map((seed) => {
      const plan = somePlan(seed, 'fast');
      const least = leastRisk(plan);
      const fewest = least.findIndex(Number.isFinite);
      return { seed, waves: plan.waves.length - fewest, risk: units(plan) - (least[fewest] ?? 0) };
    });
    expect(found).toEqual(SEEDS.map((seed) => ({ seed, waves: 0, risk: 0 })));
  });

  it('`balanced` keeps likely pairs apart, and spends a wave wherever that saves half an expected collision, no other', () => {
    const found = SEEDS.map((seed) => {
      const plan = somePlan(seed, 'balanced');
      const least = leastRisk(plan, plan.threshold);
      let waves = least.findIndex(Number.isFinite);
      while ((least[waves] ?? 0) - (least[waves + 1] ?? Number.POSITIVE_INFINITY) >= 5_000) waves += 1;
      return { seed, more: plan.waves.length - waves, risk: units(plan) - (least[waves] ?? 0) };
    });
    expect(found).toEqual(SEEDS.map((seed) => ({ seed, more: 0, risk: 0 })));
  });

  it('`balanced` spends waves on some of these lists, and not on all', () => {
    const spent = SEEDS.filter((seed) => somePlan(seed, 'balanced').forecast.fewest !== undefined);
    expect(spent.length).toBeGreaterThan(5);
    expect(spent.length).toBeLessThan(35);
  });

  it('`careful` has the fewest waves in which less than a tenth of a collision is expected', () => {
    const found = SEEDS.map((seed) => {
      const plan = somePlan(seed, 'careful');
      const least = leastRisk(plan, plan.threshold);
      return { seed, more: plan.waves.length - least.findIndex((risk) => risk < 1_000), calm: units(plan) < 1_000 };
    });
    expect(found).toEqual(SEEDS.map((seed) => ({ seed, more: 0, calm: true })));
  });
});
