import { type Caution, type Plan, type Task, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from './check-plan.js';
import { makePlan } from './make-plan.js';
import type { PlanInput } from './plan-input.js';
import { planJson } from './plan-json.js';
import { waitReasons } from './wait-reasons.js';

const GLOBS = ['a/x.ts', 'a/y.ts', 'a/*.ts', 'a/**', 'b/x.ts', 'b/**', '**/x.ts', 'c', 'c/z.ts', '!a/y.ts', 'package-lock.json'];
const HUBS: PlanInput['hubs'] = [{ files: ['**/package-lock.json'], policy: 'regenerate', command: 'npm install' }];
const CAPACITIES = { gpu: 3, db: 1 };

const aRandomTask = (number: number): fc.Arbitrary<Task> =>
  fc
    .record({
      writes: fc.subarray(GLOBS, { maxLength: 2 }),
      dependsOn: fc.subarray(
        Array.from({ length: number }, (_, n) => `t${n}`),
        { maxLength: Math.min(1, number) },
      ),
      resources: fc.subarray(
        [
          { name: 'gpu', amount: 1 },
          { name: 'gpu', amount: 2 },
          { name: 'db', amount: 1 },
        ],
        { maxLength: 1 },
      ),
      exclusive: fc.integer({ min: 0, max: 14 }).map((n) => n === 0),
      priority: fc.integer({ min: -1, max: 1 }),
      budget: fc.constantFrom({}, { minutes: 10 }, { minutes: 40 }),
    })
    .map((wanted) => aTask(`t${number}`, wanted));

const someTasks = (most: number): fc.Arbitrary<readonly Task[]> =>
  fc
    .integer({ min: 1, max: most })
    .chain((size) => fc.tuple(...Array.from({ length: size }, (_, number) => aRandomTask(number))));

const anInput = (most: number): fc.Arbitrary<PlanInput> =>
  fc
    .record({
      tasks: someTasks(most),
      pairs: fc.array(fc.tuple(fc.nat(most - 1), fc.nat(most - 1), fc.double({ min: 0, max: 1, noNaN: true })), {
        maxLength: 20,
      }),
      concurrency: fc.integer({ min: 1, max: 5 }),
      caution: fc.constantFrom<Caution>('fast', 'balanced', 'careful'),
    })
    .map(({ tasks, pairs, concurrency, caution }) => ({
      tasks,
      touchSets: tasks.map(({ id }) => ({ task: id, writes: [], reads: [], creates: [], scope: [] })),
      risks: pairs.map(([a, b, p]) => ({
        between: [taskId(`t${a}`), taskId(`t${b}`)] as const,
        p: Math.round(p * p * 1000) / 1000,
      })),
      base: { commit: aCommit(1), branch: null },
      concurrency,
      caution,
      hubs: HUBS,
      capacities: CAPACITIES,
      notes: [],
    }));

/** Random inputs; a failure prints the smallest one found. */
async function holds<Value>(values: fc.Arbitrary<Value>, promise: (value: Value) => void, numRuns: number): Promise<void> {
  await fc.assert(fc.property(values, promise), { numRuns });
}

describe('any plan', () => {
  it('passes the checker, and takes no fewer waves than its own bound', async () => {
    await holds(
      anInput(14),
      (input) => {
        const plan = makePlan(input);
        expect(checkPlan(plan, input.tasks, CAPACITIES, HUBS)).toEqual([]);
        expect(plan.forecast.waves).toBe(plan.waves.length);
        expect(plan.forecast.waves).toBeGreaterThanOrEqual(plan.forecast.lowerBound);
      },
      100,
    );
  });

  it('is the same bytes whatever the order of touch sets and risks', async () => {
    const shuffled = anInput(10).chain((input) =>
      fc.record({
        input: fc.constant(input),
        touchSets: fc.shuffledSubarray([...input.touchSets], { minLength: input.touchSets.length }),
        risks: fc.shuffledSubarray(
          input.risks.map(({ between: [a, b], p }, n) => ({ between: n % 2 === 0 ? ([b, a] as const) : ([a, b] as const), p })),
          { minLength: input.risks.length },
        ),
      }),
    );
    await holds(
      shuffled,
      ({ input, touchSets, risks }) => {
        expect(planJson(makePlan({ ...input, touchSets, risks }))).toBe(planJson(makePlan(input)));
      },
      60,
    );
  });

  it('of at most eight tasks takes the fewest waves there are', async () => {
    await holds(
      anInput(8),
      (wanted) => {
        const input = { ...wanted, caution: 'fast' as const };
        const plan = makePlan(input);
        expect(plan.waves.length).toBe(fewestByTrying(input, plan).waves);
      },
      100,
    );
  });

  it('of at most seven tasks risks no more than it must in those waves', async () => {
    await holds(
      anInput(7),
      (wanted) => {
        const input = { ...wanted, caution: 'fast' as const };
        const plan = makePlan(input);
        expect(plan.forecast.expectedCollisions).toBeCloseTo(fewestByTrying(input, plan).risk, 6);
      },
      60,
    );
  });

  it('gives a reason for every task that is not in the first wave, and names only tasks of earlier waves', async () => {
    await holds(
      anInput(10),
      (input) => {
        const plan = makePlan(input);
        const waveOf = new Map(plan.tasks.map(({ id, wave }) => [id, wave]));
        for (const [id, reasons] of waitReasons(plan)) {
          expect(reasons.length > 0).toBe(waveOf.get(id) !== 1);
          for (const reason of reasons) if ('task' in reason) expect(waveOf.get(reason.task)).toBeLessThan(waveOf.get(id) ?? 0);
        }
      },
      80,
    );
  });
});

interface Best {
  readonly waves: number;
  readonly risk: number;
}

/**
 * Fewest waves, then least risk, by trying every set of tasks as the last wave of every set of tasks. Feasibility comes from the
 * checker and the plan's lists, not from the scheduler: `plan` gives conflicts and risks, the tasks the rest.
 */
function fewestByTrying({ tasks, concurrency }: PlanInput, plan: Plan): Best {
  const best = new Map<number, Best>([[0, { waves: 0, risk: 0 }]]);
  const safe = Array.from({ length: 2 ** tasks.length }, (_, set) => waveRisk(membersOf(tasks, set), plan, concurrency));
  for (let set = 1; set < safe.length; set += 1) {
    for (let last = set; last > 0; last = (last - 1) & set) {
      const [before, risk] = [best.get(set & ~last), safe[last]];
      if (before === undefined || risk === undefined) continue;
      if (!membersOf(tasks, last).every(({ dependsOn }) => dependsOn.every((id) => isIn(tasks, set & ~last, id)))) continue;
      const found = { waves: before.waves + 1, risk: before.risk + risk };
      const known = best.get(set);
      const better = known === undefined || found.waves < known.waves || (found.waves === known.waves && found.risk < known.risk);
      if (better) best.set(set, found);
    }
  }
  return best.get(safe.length - 1) ?? { waves: Number.NaN, risk: Number.NaN };
}

function membersOf(tasks: readonly Task[], set: number): readonly Task[] {
  return tasks.filter((_, number) => (set & (1 << number)) !== 0);
}

function isIn(tasks: readonly Task[], set: number, id: string): boolean {
  return membersOf(tasks, set).some((task) => task.id === id);
}

/** Undefined when these may not share a wave. */
function waveRisk(members: readonly Task[], plan: Plan, concurrency: number): number | undefined {
  if (members.length > concurrency) return undefined;
  const ids = new Set(members.map(({ id }) => id));
  const inside = ({ between: [a, b] }: { readonly between: readonly [Task['id'], Task['id']] }) => ids.has(a) && ids.has(b);
  if (plan.conflicts.some(inside)) return undefined;
  for (const [name, capacity] of Object.entries(CAPACITIES)) {
    const amounts = members.flatMap(({ resources }) =>
      resources.filter((need) => need.name === name).map(({ amount }) => amount),
    );
    if (amounts.length > 1 && amounts.reduce((sum, amount) => sum + amount, 0) > capacity) return undefined;
  }
  return plan.risks.filter(inside).reduce((sum, { p }) => sum + p, 0);
}
