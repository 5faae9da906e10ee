import {
  type Constraint,
  type ConstraintCost,
  type Plan,
  type Task,
  type TaskId,
  taskId,
  type WaitReason,
} from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPair } from '../explain-pair.js';
import { makePlan } from '../make-plan.js';
import type { PlanInput } from '../plan-input.js';
import { waitReasons } from '../wait-reasons.js';
import { explainTask } from './explain-task.js';
import { hubFiles } from './hub-files.js';
import { listConstraints } from './list-constraints.js';
import { orderApart, pairsOrderedBy } from './order-apart.js';
import { without } from './without.js';

const CAPACITIES = { gpu: 2 };
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(taskId) as [TaskId, TaskId, TaskId, TaskId];

function inputOf(tasks: readonly Task[], wanted: Partial<PlanInput> = {}): PlanInput {
  const rest = {
    concurrency: 3,
    caution: 'balanced',
    touchSets: [],
    risks: [],
    hubs: [],
    capacities: CAPACITIES,
    notes: [],
  } as const;
  return { tasks, base: { commit: aCommit(1), branch: 'main' }, effort: 'low', ...rest, ...wanted };
}

const planOf = (tasks: readonly Task[]): Plan => makePlan(inputOf(tasks));

const someInput: fc.Arbitrary<PlanInput> = fc
  .record({
    rows: fc.array(
      fc.record({
        before: fc.array(fc.nat(7), { maxLength: 1 }),
        files: fc.subarray(['x.ts', 'y.ts', 'src/**'], { maxLength: 2 }),
        gpu: fc.nat(2),
        exclusive: fc.nat(9).map((n) => n === 0),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    risks: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(0.1, 0.3, 0.45, 0.7)), { maxLength: 9 }),
    concurrency: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ rows, risks, concurrency }) => {
    const tasks = rows.map(({ before, files, gpu, exclusive }, n) =>
      aTask(`t${n}`, {
        exclusive,
        dependsOn: before.filter((one) => one < n).map((one) => `t${one}`),
        writes: files,
        resources: gpu === 0 ? [] : [{ name: 'gpu', amount: gpu }],
      }),
    );
    const pairs = risks.map(([m, n, p]) => ({ between: [taskId(`t${m}`), taskId(`t${n}`)] as const, p }));
    return inputOf(tasks, { concurrency, risks: pairs });
  });

const holds = async (law: (plan: Plan, input: PlanInput) => void, numRuns = 100): Promise<void> =>
  fc.assert(
    fc.property(someInput, (input) => law(makePlan(input), input)),
    { numRuns },
  );

describe('every explanation', () => {
  it('names an edge, a wave or a cause that the document really has', async () => {
    await holds((plan) => {
      const waits = waitReasons(plan);
      for (const { id, wave } of plan.tasks) {
        const reasons = waits.get(id) ?? [];
        expect(reasons.filter((reason) => !isReal(plan, id, reason))).toEqual([]);
        expect(reasons.length > 0).toBe(wave > 1);
      }
    });
  });

  it('tells whom a task keeps waiting: exactly those who say so themselves', async () => {
    await holds((plan, input) => {
      const waits = waitReasons(plan);
      const [{ id }] = plan.tasks as [Plan['tasks'][0]];
      const saying = plan.waves
        .flat()
        .filter((other) => waits.get(other)?.some((reason) => 'task' in reason && reason.task === id));
      expect(explainTask(plan, input, id)).toMatchObject({ waits: waits.get(id), keepsWaiting: saying });
    }, 20);
  });

  it('of a pair agrees with the waves: whoever is ordered or kept apart does not share one', async () => {
    await holds((plan) => {
      for (const { id: one } of plan.tasks) {
        for (const { id: other } of plan.tasks.filter(({ id }) => id !== one)) {
          const { relation, waves } = explainPair(plan, one, other);
          if (relation.kind !== 'free') expect(waves[0]).not.toBe(waves[1]);
          if (relation.kind !== 'ordered') continue;
          const steps = relation.path.slice(1).map((id, n) => [relation.path[n], id]);
          for (const [before, after] of steps) {
            expect(plan.precedences.some((edge) => edge.before === before && edge.after === after)).toBe(true);
          }
          expect([one, other]).toEqual(expect.arrayContaining([relation.path[0], relation.path.at(-1)]));
        }
      }
    });
  });

  it('of what a task costs never promises more waves than there are, nor fewer than one', async () => {
    await holds((plan, input) => {
      for (const { id } of plan.tasks) {
        for (const { waves } of explainTask(plan, input, id).costs) {
          expect(waves).toBeGreaterThanOrEqual(1);
          expect(waves).toBeLessThanOrEqual(plan.waves.length);
        }
      }
    }, 15);
  });
});

function isReal(plan: Plan, id: TaskId, reason: WaitReason): boolean {
  const has = (pairs: readonly { readonly between: readonly [TaskId, TaskId] }[], other: TaskId) =>
    pairs.some(({ between }) => between.includes(id) && between.includes(other));
  switch (reason.kind) {
    case 'after':
      return plan.precedences.some(({ before, after }) => before === reason.task && after === id);
    case 'apart':
      // Below the threshold it is a risk that was worth a wave; three that only together need too much have no edge.
      return has([...plan.conflicts, ...plan.risks], reason.task) || shareResource(plan, id, reason.task);
    case 'full':
      return plan.waves[reason.wave - 1]?.length === plan.concurrency;
    case 'longer':
      return false;
    case 'exclusive':
      return plan.conflicts.some(({ reasons }) => reasons.some((one) => one.kind === 'exclusive' && one.task === id));
    default:
      return plan.diagnostics.some(({ task }) => task === id);
  }
}

function shareResource({ tasks }: Plan, one: TaskId, other: TaskId): boolean {
  const namesOf = (id: TaskId) => tasks.find((task) => task.id === id)?.resources.map(({ name }) => name) ?? [];
  return namesOf(one).some((name) => namesOf(other).includes(name));
}

describe('every constraint', () => {
  it('is of tasks and edges the document has', async () => {
    await holds((plan) => {
      const known = new Set(plan.tasks.map(({ id }) => id));
      for (const constraint of listConstraints(plan)) {
        expect(tasksOf(constraint).filter((id) => !known.has(id))).toEqual([]);
        if (constraint.kind === 'pair') expect(plan.conflicts.some(({ between }) => constraint.between === between)).toBe(true);
      }
    });
  });

  it('taken away leaves no edge more than before, but for pairs an order had kept apart, and all tasks', async () => {
    await holds((plan) => {
      for (const constraint of listConstraints(plan)) {
        const less = without(plan, constraint, []);
        expect(less.tasks.map(({ id }) => id)).toEqual(plan.tasks.map(({ id }) => id));
        if (constraint.kind === 'order') {
          expect(less.precedences).toHaveLength(plan.precedences.length - 1);
          continue;
        }
        expect(less.precedences).toEqual(plan.precedences);
        expect(less.conflicts.length).toBeLessThanOrEqual(plan.conflicts.length);
        expect(plan.risks).toEqual(expect.arrayContaining([...less.risks]));
      }
    });
  });
});

function tasksOf(constraint: Constraint): readonly TaskId[] {
  if ('tasks' in constraint) return constraint.tasks;
  if ('between' in constraint) return constraint.between;
  if ('before' in constraint) return [constraint.before, constraint.after];
  return 'task' in constraint ? [constraint.task] : [];
}

describe('what a constraint is told to cost', () => {
  it('is the waves that a plan made without it has less', async () => {
    await holds((plan, input) => {
      for (const { constraint, waves } of costsOf(plan, input)) {
        const less = inputWithout(input, constraint);
        if (less !== undefined) expect({ constraint, waves }).toEqual({ constraint, waves: wavesAtMost(plan, less) });
      }
    }, 25);
  });
});

function costsOf(plan: Plan, input: PlanInput): readonly ConstraintCost[] {
  return plan.tasks.flatMap(({ id }) => explainTask(plan, input, id).costs);
}

function wavesAtMost(plan: Plan, input: PlanInput): number {
  return Math.min(plan.waves.length, makePlan(input).waves.length);
}

/** What the author would write instead; undefined where no single word of theirs is the constraint. */
function inputWithout(input: PlanInput, constraint: Constraint): PlanInput | undefined {
  const changed = (change: (task: Task) => Partial<Task>) => ({
    ...input,
    tasks: input.tasks.map((task) => ({ ...task, ...change(task) })),
  });
  switch (constraint.kind) {
    case 'exclusive':
      return changed(({ id, exclusive }) => ({ exclusive: exclusive && id !== constraint.task }));
    case 'order':
      return changed(({ id, dependsOn }) => ({
        dependsOn: dependsOn.filter((one) => id !== constraint.after || one !== constraint.before),
      }));
    case 'resource':
      return changed(({ resources }) => ({ resources: resources.filter(({ name }) => name !== constraint.resource) }));
    case 'concurrency':
      return { ...input, concurrency: constraint.sessions + 1 };
    default:
      return undefined;
  }
}

describe('a document without', () => {
  const tasks = [
    aTask('a', { writes: ['x.ts', 'y.ts'] }),
    aTask('b', { writes: ['x.ts', 'y.ts'], resources: [{ name: 'db', amount: 1 }] }),
    aTask('c', { exclusive: true }),
    aTask('d', { resources: [{ name: 'db', amount: 1 }] }),
  ];
  const between = [a, b] as const;
  const reasons = ['x.ts', 'y.ts'].map((path) => ({ kind: 'write-write' as const, path }));
  const made = planOf(tasks);
  const plan = {
    ...made,
    conflicts: made.conflicts.map((one) => (one.between.includes(a) && one.between.includes(b) ? { between, reasons } : one)),
  };
  const pairsIn = (less: Plan) => less.conflicts.map((one) => one.between.join(''));

  it('a file keeps a pair apart that meets on another one', () => {
    expect(pairsIn(plan)).toEqual(['ab', 'ac', 'bc', 'bd', 'cd']);
    const less = without(plan, { kind: 'file', path: 'x.ts', tasks: [a, b] }, []);
    expect(pairsIn(less)).toEqual(pairsIn(plan));
    expect(pairsIn(without(less, { kind: 'file', path: 'y.ts', tasks: [a, b] }, []))).toEqual(['ac', 'bc', 'bd', 'cd']);
  });

  it('a pair, an exclusive task, or a resource has exactly their edges less', () => {
    expect(pairsIn(without(plan, { kind: 'pair', between: [b, a] }, []))).toEqual(['ac', 'bc', 'bd', 'cd']);
    expect(pairsIn(without(plan, { kind: 'exclusive', task: c }, []))).toEqual(['ab', 'bd']);
    const free = without(plan, { kind: 'resource', resource: 'db', tasks: [b, d] }, []);
    expect([pairsIn(free), free.tasks.flatMap(({ resources }) => resources)]).toEqual([['ab', 'ac', 'bc', 'cd'], []]);
  });

  it('a task has none of its conflicts, and keeps the order', () => {
    const ordered = planOf([aTask('a', { writes: ['x'] }), aTask('b', { writes: ['x'] }), aTask('c', { dependsOn: ['a'] })]);
    const less = without(ordered, { kind: 'task', task: a }, []);
    expect([pairsIn(less), less.precedences]).toEqual([[], ordered.precedences]);
  });
});

describe('an order taken away', () => {
  // a -> b -> c, d -> b
  const tasks = [aTask('a'), aTask('d'), aTask('b', { dependsOn: ['a', 'd'] }), aTask('c', { dependsOn: ['b'] })];

  it('concerns every pair it put in order, however far apart', () => {
    expect(pairsOrderedBy(planOf(tasks), { before: a, after: b }).map((pair) => pair.join(''))).toEqual(['ab', 'ac']);
    expect(pairsOrderedBy(planOf(tasks), { before: b, after: c }).map((pair) => pair.join(''))).toEqual(['bc', 'ac', 'dc']);
  });

  it('leaves those apart that it alone had kept from a conflict', () => {
    const pair = (...between: [TaskId, TaskId]) => ({ between, reasons: [{ kind: 'exclusive' as const, task: a }] });
    const { conflicts, precedences } = orderApart(planOf(tasks), { before: a, after: b }, [pair(a, c), pair(b, a), pair(d, c)]);
    expect(precedences.map(({ before, after }) => `${before}${after}`)).toEqual(['db', 'bc']);
    expect(conflicts).toEqual([pair(a, c), pair(b, a)]);
  });
});

it('hub files of a thousand tasks that all meet on one file are told in a moment', () => {
  const tasks = Array.from({ length: 1_000 }, (_, n) => aTask(`t${n}`));
  const reasons = [{ kind: 'write-write' as const, path: 'hub.ts' }];
  const pairs = tasks.flatMap(({ id }, n) => tasks.slice(n + 1).map((other) => ({ between: [id, other.id] as const, reasons })));
  const plan = { ...planOf(tasks.slice(0, 2)), tasks: tasks.map(({ id }) => ({ id })) as never, conflicts: pairs };
  const began = process.cpuUsage();
  expect(hubFiles(plan)).toEqual([{ path: 'hub.ts', tasks: tasks.map(({ id }) => id), pairs: 499_500 }]);
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(5);
});

it('hub files list tasks as the plan does, each once, and count a pair once per file whatever its reasons', () => {
  const tasks = ['c', 'a', 'b'].map((id) => aTask(id));
  const pair = (one: TaskId, other: TaskId) => ({
    between: [one, other] as const,
    reasons: [
      { kind: 'write-write' as const, path: 'hub.ts' },
      { kind: 'risk' as const, p: 0.8, path: 'hub.ts' as never },
    ],
  });
  const plan = { ...planOf(tasks), conflicts: [pair(b, a), pair(c, a)] };
  expect(hubFiles(plan)).toEqual([{ path: 'hub.ts', tasks: [c, a, b], pairs: 2 }]);
});
