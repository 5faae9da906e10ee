import { type Plan, type PlannedTask, type TaskId, taskId, type WaveStanding } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../make-plan.js';
import { meetingOf } from './meeting-of.js';
import { planRest } from './plan-rest.js';

const FILES = ['x.ts', 'y.ts', 'z.ts'];
const CAPACITIES = { gpu: 2 };

interface World {
  readonly plan: Plan;
  readonly standing: WaveStanding;
}

/** A plan of up to nine tasks in which the first wave runs: some of it at work, some not begun, and one wrote what it should not. */
const someWorld: fc.Arbitrary<World> = fc
  .record({
    rows: fc.array(
      fc.record({
        before: fc.array(fc.nat(8), { maxLength: 1 }),
        files: fc.subarray(FILES, { maxLength: 1 }),
        gpu: fc.nat(2),
        expects: fc.subarray(FILES, { maxLength: 2 }),
        p: fc.constantFrom(0.2, 0.5, 0.9),
      }),
      { minLength: 2, maxLength: 9 },
    ),
    concurrency: fc.integer({ min: 1, max: 4 }),
    wrote: fc.subarray(FILES),
    atWork: fc.integer({ min: 1, max: 3 }),
    gone: fc.nat(8),
  })
  .map(({ rows, concurrency, wrote, atWork, gone }) => {
    const tasks = rows.map(({ before, files, gpu }, n) =>
      aTask(`t${n}`, {
        dependsOn: before.filter((one) => one < n).map((one) => `t${one}`),
        writes: files,
        resources: gpu === 0 ? [] : [{ name: 'gpu', amount: gpu }],
      }),
    );
    const nothing = { risks: [], touchSets: [], hubs: [], notes: [], capacities: CAPACITIES };
    const base = { commit: aCommit(1), branch: 'main' };
    const made = makePlan({ tasks, base, concurrency, caution: 'fast', effort: 'low', ...nothing });
    const plan = { ...made, tasks: made.tasks.map((task, n) => expecting(task, rows[n]?.expects ?? [], rows[n]?.p ?? 0)) };
    return { plan, standing: standingOf(plan, wrote, atWork, taskId(`t${gone}`)) };
  });

function expecting(task: PlannedTask, paths: readonly string[], p: number): PlannedTask {
  return { ...task, writes: paths.map((path) => ({ path: path as never, p, confidence: 'likely', evidence: [] })) };
}

/** One task of the later waves was given up, so that there may be room. */
function standingOf({ waves }: Plan, wrote: readonly string[], atWork: number, gone: TaskId): WaveStanding {
  const [first = [], ...later] = waves;
  const present = first.slice(atWork);
  const coming = later.map((wave) => wave.filter((id) => id !== gone)).filter((wave) => wave.length > 0);
  return {
    integrated: [],
    open: first.slice(0, atWork).map((task, n) => ({ task, wrote: n === 0 ? wrote : [] })),
    waiting: [...present, ...coming.flat()].map((task) => ({ task, begun: false })),
    room: 0,
    present,
    coming,
  };
}

const holds = async (law: (world: World) => void): Promise<void> => fc.assert(fc.property(someWorld, law), { numRuns: 100 });

/** What a list of waves breaks of the plan, in words. */
function brokenIn({ plan }: World, waves: readonly (readonly TaskId[])[]): readonly string[] {
  const waveOf = new Map(waves.flatMap((wave, n) => wave.map((id) => [id, n] as const)));
  const amountOf = (id: TaskId) =>
    plan.tasks.find((one) => one.id === id)?.resources.reduce((sum, need) => sum + need.amount, 0) ?? 0;
  const together = ({ between: [a, b] }: Plan['conflicts'][number]) => waveOf.has(a) && waveOf.get(a) === waveOf.get(b);
  const late = plan.precedences.filter(({ before, after }) => (waveOf.get(before) ?? -1) >= (waveOf.get(after) ?? 99));
  const users = waves.map((wave) => wave.map(amountOf).filter((amount) => amount > 0));
  return [
    ...waves.filter((wave) => wave.length > plan.concurrency || wave.length === 0).map((wave) => `${wave.length} at once`),
    ...plan.conflicts.filter(together).map(({ between }) => `${between.join(' and ')} are together`),
    ...late.map(({ before, after }) => `${after} is not after ${before}`),
    ...users.filter((list) => list.length > 1 && list.reduce((sum, one) => sum + one, 0) > 2).map((list) => `${list} of gpu`),
  ];
}

describe('any rest planned anew', () => {
  it('holds everybody who was to come, once, and breaks nothing the plan promises', async () => {
    await holds((world) => {
      const { plan, standing } = world;
      const waves = planRest(plan, CAPACITIES, standing);
      if (waves === undefined) return;
      const held = standing.open.flatMap(({ task }) => meetingOf(plan, standing, task).tasks);
      const expected = [...standing.coming.flat(), ...standing.present.filter((id) => held.includes(id))];
      expect([...waves.flat()].sort()).toEqual(expected.sort());
      expect(brokenIn(world, waves)).toEqual([]);
    });
  });

  it('is told only when it is better, or somebody has to leave the present wave', async () => {
    await holds(({ plan, standing }) => {
      const waves = planRest(plan, CAPACITIES, standing);
      const held = standing.open.flatMap(({ task }) => meetingOf(plan, standing, task).tasks);
      const mustMove = standing.present.some((id) => held.includes(id));
      if (mustMove) expect(waves).toBeDefined();
      else if (waves !== undefined) expect(waves.length).toBeLessThan(standing.coming.length);
    });
  });

  it('is settled: followed, it is not planned anew once more', async () => {
    await holds(({ plan, standing }) => {
      const coming = planRest(plan, CAPACITIES, standing);
      if (coming === undefined) return;
      const present = standing.present.filter((id) => !coming.flat().includes(id));
      expect(planRest(plan, CAPACITIES, { ...standing, present, coming })).toBeUndefined();
    });
  });
});

describe('any meeting', () => {
  it('is of those who wait and are expected on what was written, from the threshold on, where nothing keeps them apart yet', async () => {
    await holds(({ plan, standing }) => {
      const [{ task, wrote } = { task: taskId('t0'), wrote: [] as readonly string[] }] = standing.open;
      const met = meetingOf(plan, standing, task);
      const apart = (id: TaskId) => plan.conflicts.some(({ between }) => between.includes(id) && between.includes(task));
      const expects = ({ writes }: PlannedTask, path: string) =>
        writes.some((one) => one.path === path && one.p >= plan.threshold);
      const waits = plan.tasks.filter(({ id }) => standing.waiting.some((one) => one.task === id) && !apart(id));
      const concerned = waits.filter((one) => wrote.some((path) => expects(one, path)));
      expect(met).toEqual({
        tasks: concerned.map(({ id }) => id),
        paths: [...wrote].filter((path) => concerned.some((one) => expects(one, path))).sort(),
      });
    });
  });
});
