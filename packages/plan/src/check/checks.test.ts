import { type Plan, type Task, type TaskId, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../check-plan.js';
import { makePlan } from '../make-plan.js';

const CAPACITIES = { gpu: 2 };

const someTasks = fc
  .array(
    fc.record({
      before: fc.array(fc.nat(7), { maxLength: 1 }),
      files: fc.subarray(['a/x.ts', 'a/**', 'b/x.ts'], { maxLength: 1 }),
      gpu: fc.nat(2),
      exclusive: fc.nat(9).map((n) => n === 0),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ before, files, gpu, exclusive }, n) =>
      aTask(`t${n}`, {
        exclusive,
        dependsOn: before.filter((one) => one < n).map((one) => `t${one}`),
        writes: files,
        resources: gpu === 0 ? [] : [{ name: 'gpu', amount: gpu }],
      }),
    ),
  );

function planOf(tasks: readonly Task[], concurrency: number): Plan {
  const nothing = { risks: [], touchSets: [], hubs: [], notes: [], capacities: CAPACITIES };
  const base = { commit: aCommit(1), branch: 'main' };
  return makePlan({ tasks, base, concurrency, caution: 'fast', effort: 'low', ...nothing });
}

/** The same document with its tasks in other waves, and records that agree. */
function arranged(plan: Plan, waves: Plan['waves']): Plan {
  const waveOf = new Map(waves.flatMap((wave, n) => wave.map((id) => [id, n + 1] as const)));
  return { ...plan, waves, tasks: plan.tasks.map((task) => ({ ...task, wave: waveOf.get(task.id) ?? 0 })) };
}

const checked = (plan: Plan, tasks: readonly Task[]) => checkPlan(plan, tasks, CAPACITIES);

/** A plan, its tasks, and two places in it. */
const holds = async (law: (plan: Plan, tasks: readonly Task[], a: number, b: number) => void): Promise<void> =>
  fc.assert(
    fc.property(someTasks, fc.integer({ min: 1, max: 4 }), fc.nat(7), fc.nat(7), (tasks, concurrency, a, b) =>
      law(planOf(tasks, concurrency), tasks, a, b),
    ),
    { numRuns: 100 },
  );

describe('the checker finds what was done to a plan', () => {
  it('when a task is lost, doubled, or a stranger came', async () => {
    await holds((plan, tasks, n) => {
      const id = plan.tasks[n % plan.tasks.length]?.id as TaskId;
      const lost = arranged(
        plan,
        plan.waves.map((wave) => wave.filter((one) => one !== id)).filter((wave) => wave.length > 0),
      );
      expect(checked(lost, tasks)).toContain(`${id} is in no wave`);
      const doubled = arranged(plan, [...plan.waves, [id]]);
      const wave = plan.waves.findIndex((one) => one.includes(id)) + 1;
      expect(checked(doubled, tasks)).toContain(`${id} is in 2 waves: ${wave}, ${plan.waves.length + 1}`);
      const strange = arranged(plan, [...plan.waves, [taskId('stranger')]]);
      expect(checked(strange, tasks)).toEqual(['stranger is in a wave and not among the tasks']);
    });
  });

  it('when two waves with an order between them change places', async () => {
    await holds((plan, tasks) => {
      const turned = arranged(plan, [...plan.waves].reverse());
      const late = plan.precedences.map(({ before, after }) => `${after} waits for ${before} and is not in a later wave`);
      expect(checked(turned, tasks).slice().sort()).toEqual(late.sort());
    });
  });

  it('when a record tells another wave than the list', async () => {
    await holds((plan, tasks, n) => {
      const id = plan.tasks[n % plan.tasks.length]?.id;
      const wrong = { ...plan, tasks: plan.tasks.map((task) => (task.id === id ? { ...task, wave: 99 } : task)) };
      const wave = plan.waves.findIndex((one) => one.some((other) => other === id)) + 1;
      expect(checked(wrong, tasks)).toEqual([`${id} is in wave ${wave}, and its record says 99`]);
    });
  });

  it('when two that may not meet are put into one wave, and not when nothing speaks against it', async () => {
    await holds((plan, tasks, m, n) => {
      const [a, b] = [tasks[m % tasks.length] as Task, tasks[n % tasks.length] as Task];
      if (a.id === b.id) return;
      const rest = plan.waves.map((wave) => wave.filter((id) => id !== a.id && id !== b.id)).filter((wave) => wave.length > 0);
      // Both at the very end: whoever waits for them complains too, so only what is said of the pair is looked at.
      const faults = checked({ ...arranged(plan, [...rest, [a.id, b.id]]), concurrency: 9 }, tasks);
      const pairs = [`${a.id} and ${b.id}`, `${b.id} and ${a.id}`];
      const apart = plan.conflicts.some(({ between }) => between.includes(a.id) && between.includes(b.id));
      const told = faults.filter((fault) => pairs.some((pair) => fault.startsWith(`${pair} are together, and the plan says`)));
      expect(told).toHaveLength(apart ? 1 : 0);
      const declared = a.exclusive || b.exclusive || mayWriteOnePath(a, b);
      expect(faults.some((fault) => pairs.some((pair) => fault.startsWith(pair) && !told.includes(fault)))).toBe(declared);
    });
  });
});

function mayWriteOnePath({ writes: [one] }: Task, { writes: [other] }: Task): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || [one, other].every((pattern) => pattern.startsWith('a/'));
}

it('the checker believes the tasks, not the document: edges left out of it are found all the same', () => {
  const tasks = [aTask('a', { writes: ['x'] }), aTask('b', { writes: ['x'] }), aTask('c', { dependsOn: ['a'] })];
  const plan = planOf(tasks, 3);
  const forgetful = { ...arranged(plan, [tasks.map(({ id }) => id)]), conflicts: [], precedences: [], concurrency: 3 };
  expect(checked(forgetful, tasks)).toEqual(['c waits for a and is not in a later wave', 'a and b may both write x']);
});
