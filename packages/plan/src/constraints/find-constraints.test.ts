import { type Constraint, type Constraints, type Plan, type PlanNote, type Task, type TaskId, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../make-plan.js';
import type { PlanInput } from '../plan-input.js';
import { explainTask } from './explain-task.js';
import { costsOfTask, findConstraints } from './find-constraints.js';
import { constraintsOf, listConstraints } from './list-constraints.js';
import { without } from './without.js';

function inputOf(tasks: readonly Task[], wanted: Partial<PlanInput> = {}): PlanInput {
  const rest = { concurrency: 3, caution: 'fast', touchSets: [], risks: [], hubs: [], capacities: {}, notes: [] } as const;
  return { tasks, base: { commit: aCommit(1), branch: 'main' }, ...rest, ...wanted };
}

function constraintsIn(tasks: readonly Task[], wanted: Partial<PlanInput> = {}): Constraints {
  const input = inputOf(tasks, wanted);
  return findConstraints(makePlan(input), input);
}

/** Touch sets of tasks whose plain paths are there. */
function touching(tasks: readonly Task[]): PlanInput['touchSets'] {
  const touch = (path: string) => ({ path: path as never, p: 1, confidence: 'certain' as const, evidence: [] });
  const none = { reads: [], creates: [], scope: [] };
  return tasks.map(({ id, writes }) => ({ task: id, writes: writes.filter((path) => !path.includes('*')).map(touch), ...none }));
}

/** Fewest waves of a document, by trying every set of tasks as the last wave of every set. */
function fewestByTrying(plan: Plan, capacities: Readonly<Record<string, number>>): number {
  const { tasks } = plan;
  const safe = Array.from({ length: 2 ** tasks.length }, (_, set) => mayShare(plan, membersOf(plan, set), capacities));
  const best = new Map([[0, 0]]);
  for (let set = 1; set < safe.length; set += 1) {
    for (let last = set; last > 0; last = (last - 1) & set) {
      const before = best.get(set & ~last);
      if (before === undefined || safe[last] !== true) continue;
      const done = new Set(membersOf(plan, set & ~last));
      const inOrder = plan.precedences.every((one) => !membersOf(plan, last).includes(one.after) || done.has(one.before));
      if (inOrder && before + 1 < (best.get(set) ?? Number.POSITIVE_INFINITY)) best.set(set, before + 1);
    }
  }
  return best.get(safe.length - 1) ?? Number.NaN;
}

function membersOf({ tasks }: Plan, set: number): readonly TaskId[] {
  return tasks.filter((_, n) => (set & (1 << n)) !== 0).map(({ id }) => id);
}

function mayShare(plan: Plan, ids: readonly TaskId[], capacities: Readonly<Record<string, number>>): boolean {
  if (ids.length > plan.concurrency) return false;
  if (plan.conflicts.some(({ between }) => between.every((id) => ids.includes(id)))) return false;
  return Object.entries(capacities).every(([name, capacity]) => {
    const amounts = plan.tasks
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ resources }) => resources.filter((need) => need.name === name));
    return amounts.length < 2 || amounts.reduce((sum, { amount }) => sum + amount, 0) <= capacity;
  });
}

const someTasks = fc
  .array(
    fc.record({
      after: fc.array(fc.nat(6), { maxLength: 1 }),
      files: fc.subarray(['x.ts', 'y.ts', 'z.ts'], { maxLength: 2 }),
      exclusive: fc.nat(9).map((n) => n === 0),
      gpu: fc.nat(2),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((rows) =>
    rows.map(({ after, files, exclusive, gpu }, n) =>
      aTask(`t${n}`, {
        exclusive,
        writes: files,
        dependsOn: after.filter((one) => one < n).map((one) => taskId(`t${one}`)),
        resources: gpu === 0 ? [] : [{ name: 'gpu', amount: gpu }],
      }),
    ),
  );

describe('what constrains a plan', () => {
  it('is exactly what would save waves if it alone were gone, and by how many', async () => {
    const capacities = { gpu: 2 };
    await fc.assert(
      fc.property(someTasks, fc.integer({ min: 1, max: 4 }), (tasks, concurrency) => {
        const input = inputOf(tasks, { concurrency, capacities });
        const plan = makePlan(input);
        const covered = makePlan({ ...input, tasks: tasks.map((task) => ({ ...task, dependsOn: [] })) }).conflicts;
        const tried = listConstraints(plan).map((constraint) => ({
          constraint,
          waves: fewestByTrying(without(plan, constraint, covered), capacities),
        }));
        const saving = tried.filter(({ waves }) => waves < plan.waves.length);
        const { costs } = findConstraints(plan, input);
        expect(costs).toHaveLength(saving.length);
        expect(costs).toEqual(expect.arrayContaining(saving));
      }),
      { numRuns: 150 },
    );
  });

  it('names the most saving first, and of equals the smallest change', () => {
    const tasks = ['a', 'b', 'c'].map((id) => aTask(id, { writes: ['index.ts'] }));
    const { costs, hubs } = constraintsIn(tasks, { touchSets: touching(tasks) });
    expect(costs.map(({ constraint, waves }) => `${constraint.kind} ${waves}`)).toEqual(['file 1', 'pair 2', 'pair 2', 'pair 2']);
    expect(hubs).toEqual([{ path: 'index.ts', tasks: ['a', 'b', 'c'], pairs: 3 }]);
  });

  it('ranks hub files by the pairs they keep apart, and leaves out those on which two meet, and witnesses', () => {
    const tasks = [
      ...['a', 'b', 'c'].map((id) => aTask(id, { writes: ['small.ts'] })),
      ...['d', 'e', 'f', 'g'].map((id) => aTask(id, { writes: ['big.ts'] })),
      ...['h', 'i'].map((id) => aTask(id, { writes: ['two.ts'] })),
      ...['j', 'k', 'l'].map((id) => aTask(id, { writes: ['new/**'] })),
    ];
    expect(constraintsIn(tasks).hubs).toEqual([]);
    const { hubs } = constraintsIn(tasks, { touchSets: touching(tasks) });
    expect(hubs.map(({ path, pairs }) => `${path} ${pairs}`)).toEqual(['big.ts 6', 'small.ts 3']);
  });

  it('says how many waves the answer to a vague task may save', () => {
    const tasks = [aTask('a', { writes: ['x'] }), aTask('vague')];
    const note: PlanNote = { code: 'Q_VAGUE', message: '', task: taskId('vague'), question: { candidates: 9, projects: [] } };
    const risks = [{ between: [taskId('a'), taskId('vague')] as const, p: 0.8 }];
    const wanted = { caution: 'balanced', risks, notes: [note] } as const;
    expect(constraintsIn(tasks, wanted).costs[0]).toEqual({ constraint: { kind: 'vague', task: 'vague' }, waves: 1 });
    expect(constraintsIn(tasks, { ...wanted, concurrency: 1 }).costs).toEqual([]);
  });

  it('is no overlap of a task with one that runs alone anyway', () => {
    const tasks = [aTask('a', { writes: ['x.ts'] }), aTask('b', { writes: ['x.ts'], exclusive: true })];
    const told = (one: readonly Task[]) => constraintsIn(one).costs.map(({ constraint }) => constraint.kind);
    expect(told(tasks)).toEqual([]);
    expect(told(tasks.map((task) => ({ ...task, exclusive: false })))).toEqual(['pair']);
    const needy = tasks.map((task) => ({ ...task, exclusive: false, resources: [{ name: 'db', amount: 1 }] }));
    expect(told(needy)).toEqual([]);
  });

  it('may be a vague task for whose risk alone a wave was spent', () => {
    const [a, b, vague] = ['a', 'b', 'vague'].map(taskId) as [TaskId, TaskId, TaskId];
    const note: PlanNote = { code: 'Q_VAGUE', message: '', task: vague, question: { candidates: 9, projects: [] } };
    const risks = [a, b].map((one) => ({ between: [one, vague] as const, p: 0.4 }));
    const tasks = [a, b, vague].map((id) => aTask(id));
    expect(constraintsIn(tasks, { caution: 'balanced', risks, notes: [note] }).costs).toEqual([
      { constraint: { kind: 'vague', task: vague }, waves: 1 },
    ]);
  });

  it('is no order of tasks that something else keeps apart too', () => {
    const tasks = [aTask('a'), aTask('b', { dependsOn: ['a'] })];
    const [a, b] = [taskId('a'), taskId('b')];
    const order: Constraint = { kind: 'order', before: a, after: b };
    const risks = [{ between: [a, b] as const, p: 0.8 }];
    expect(constraintsIn(tasks).costs).toEqual([{ constraint: order, waves: 1 }]);
    expect(constraintsIn(tasks, { risks }).costs).toEqual([{ constraint: order, waves: 1 }]);
    expect(constraintsIn(tasks, { risks, caution: 'balanced' }).costs).toEqual([]);
    const both = (declared: Partial<Task>) => tasks.map((task) => ({ ...task, ...declared }));
    expect(constraintsIn(both({ writes: ['new/**'] })).costs).toEqual([]);
    expect(constraintsIn(both({ resources: [{ name: 'db', amount: 1 }] })).costs).toEqual([]);
    expect(constraintsIn(both({ exclusive: true })).costs).toEqual([]);
  });

  it('is no wish to run alone, and no resource, where the risk would be worth a wave all the same', () => {
    const between = (...ids: [string, string]) => ids.map((id) => taskId(id)) as [TaskId, TaskId];
    const risks = [between('a', 'b'), between('a', 'c')].map((pair) => ({ between: pair, p: 0.4 }));
    const others = [aTask('b'), aTask('c')];
    const alone = aTask('a', { exclusive: true });
    expect(constraintsIn([alone, ...others], { risks, caution: 'balanced' }).costs).toEqual([]);
    expect(constraintsIn([alone, ...others], { risks }).costs).toHaveLength(1);
    const needy = [aTask('a'), ...others].map((task) => ({
      ...task,
      resources: [{ name: 'db', amount: task.id === 'a' ? 2 : 1 }],
    }));
    const two = { risks, capacities: { db: 2 } };
    expect(constraintsIn(needy, { ...two, caution: 'balanced' }).costs).toEqual([]);
    expect(constraintsIn(needy, two).costs).toHaveLength(1);
  });

  it('is not looked for in lists that are very long', () => {
    const tasks = Array.from({ length: 1001 }, (_, n) => aTask(`t${n}`, { writes: n < 3 ? ['x.ts'] : [] }));
    expect(constraintsIn(tasks, { effort: 'low' }).costs).toEqual([]);
  });
});

describe('one task explained', () => {
  const tasks = [
    ...['a', 'b', 'c'].map((id) => aTask(id, { writes: ['index.ts'] })),
    aTask('d', { dependsOn: ['a'], resources: [{ name: 'gpu', amount: 1 }] }),
    aTask('e', { resources: [{ name: 'gpu', amount: 1 }] }),
  ];
  const input = inputOf(tasks);
  const plan = makePlan(input);

  it('tells all that concerns it, and nothing of others', () => {
    expect(constraintsOf(plan, taskId('d'))).toEqual([
      { kind: 'resource', resource: 'gpu', tasks: ['d', 'e'] },
      { kind: 'order', before: 'a', after: 'd' },
      { kind: 'task', task: 'd' },
      { kind: 'concurrency', sessions: 3 },
    ]);
    const kinds = costsOfTask(plan, input, taskId('b')).map(({ constraint, waves }) => `${constraint.kind} ${waves}`);
    expect(kinds).toEqual(['pair 2', 'pair 2', 'task 2', 'concurrency 3']);
  });

  it('could run beside any other only without what it needs of resources too', () => {
    const needy = ['a', 'b'].map((id) => aTask(id, { resources: [{ name: 'gpu', amount: 1 }] }));
    const kinds = explainTask(makePlan(inputOf(needy)), inputOf(needy), taskId('a')).costs.map(
      ({ constraint, waves }) => `${constraint.kind} ${waves}`,
    );
    expect(kinds).toEqual(['resource 1', 'task 1']);
  });

  it('why it waits, and whom it keeps waiting', () => {
    const { wave, waves, waits, keepsWaiting } = explainTask(plan, input, taskId('b'));
    expect({ wave, waves, waits, keepsWaiting }).toEqual({
      ...{ wave: 2, waves: 3, keepsWaiting: ['c'] },
      waits: [{ kind: 'apart', task: 'a' }],
    });
    expect(() => explainTask(plan, input, taskId('z'))).toThrow('Internal error');
  });
});
