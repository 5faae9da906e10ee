import { type Plan, type Task, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { checkPlan } from './check-plan.js';
import { makePlan } from './make-plan.js';

/** A plan nobody made: these waves, and records that agree with them. */
function waves(tasks: readonly Task[], ids: readonly (readonly string[])[], wanted: Partial<Plan> = {}): Plan {
  const base = { commit: aCommit(1), branch: 'main' };
  const made = makePlan({
    tasks,
    base,
    concurrency: 3,
    caution: 'balanced',
    touchSets: [],
    risks: [],
    hubs: [],
    capacities: {},
    notes: [],
  });
  const waveOf = (id: string) => ids.findIndex((wave) => wave.includes(id)) + 1;
  const records = made.tasks.map((task) => ({ ...task, wave: waveOf(task.id) }));
  return { ...made, tasks: records, conflicts: [], precedences: [], waves: ids.map((wave) => wave.map(taskId)), ...wanted };
}

const tasks = [aTask('a'), aTask('b'), aTask('c')];

describe('the checker finds', () => {
  it('nothing wrong with a good plan', () => {
    expect(checkPlan(waves(tasks, [['a', 'b'], ['c']]), tasks, {})).toEqual([]);
  });

  it('a task that is missing', () => {
    expect(checkPlan(waves(tasks, [['a', 'c']]), tasks, {})).toEqual(['b is in no wave']);
  });

  it('a task that is there twice, and a stranger', () => {
    expect(
      checkPlan(
        waves(tasks, [
          ['a', 'b'],
          ['c', 'a', 'z'],
        ]),
        tasks,
        {},
      ),
    ).toEqual(['z is in a wave and not among the tasks', 'a is in 2 waves: 1, 2']);
  });

  it('an empty wave', () => {
    expect(checkPlan(waves(tasks, [['a'], [], ['b', 'c']]), tasks, {})).toEqual(['wave 2 is empty']);
  });

  it('a record that says something else, or is missing', () => {
    const plan = waves(tasks, [['a', 'b'], ['c']]);
    const wrong = plan.tasks.map((task) => (task.id === 'b' ? { ...task, wave: 2 } : task));
    expect(checkPlan({ ...plan, tasks: wrong }, tasks, {})).toEqual(['b is in wave 1, and its record says 2']);
    expect(checkPlan({ ...plan, tasks: wrong.slice(2) }, tasks, {})).toEqual(['a has 0 records', 'b has 0 records']);
  });

  it('a task beside or before the one it waits for', () => {
    const chain = [aTask('a'), aTask('b', { dependsOn: ['a'] })];
    expect(checkPlan(waves(chain, [['a', 'b']]), chain, {})).toEqual(['b waits for a and is not in a later wave']);
    expect(checkPlan(waves(chain, [['b'], ['a']]), chain, {})).toEqual(['b waits for a and is not in a later wave']);
    expect(checkPlan(waves(chain, [['a'], ['b']]), chain, {})).toEqual([]);
  });

  it('a precedence that only the plan knows', () => {
    const precedences = [{ before: taskId('b'), after: taskId('a'), reasons: [] }];
    const plan = waves(tasks, [['a', 'b', 'c']], { precedences });
    expect(checkPlan(plan, tasks, {})).toEqual(['a waits for b and is not in a later wave']);
  });

  it('a wave with too many tasks', () => {
    const plan = waves(tasks, [['a', 'b', 'c']], { concurrency: 2 });
    expect(checkPlan(plan, tasks, {})).toEqual(['wave 1 has 3 tasks, at most 2']);
  });

  it('a resource that is overdrawn by all, though not by any two', () => {
    const users = ['a', 'b', 'c'].map((id) => aTask(id, { resources: [{ name: 'gpu', amount: 1 }] }));
    const plan = waves(users, [['a', 'b', 'c']]);
    expect(checkPlan(plan, users, { gpu: 2 })).toEqual(['wave 1 needs 3 of gpu, and there is 2']);
    expect(checkPlan(plan, users, {})).toEqual(['wave 1 needs 3 of gpu, and there is 1']);
    expect(checkPlan(plan, users, { gpu: 3 })).toEqual([]);
  });

  it('a task that runs alone and does not', () => {
    const shy = [aTask('a', { exclusive: true }), aTask('b')];
    expect(checkPlan(waves(shy, [['a', 'b']]), shy, {})).toEqual(['a and b are together, and a runs alone']);
  });

  it.each([
    ['one file', ['x.ts'], ['X.ts'], 'x.ts'],
    ['a file of the other’s folder', ['src/**'], ['src/a.ts'], 'src/a.ts'],
    ['a path that two patterns share', ['src/*/a.ts'], ['src/b/**'], 'src/b/a.ts'],
    ['a file in a folder named as such', ['libs/a'], ['libs/a/x.ts'], 'libs/a/x.ts'],
  ])('two that may write %s', (_, a, b, path) => {
    const writers = [aTask('a', { writes: a }), aTask('b', { writes: b })];
    expect(checkPlan(waves(writers, [['a', 'b']]), writers, {})).toEqual([`a and b may both write ${path}`]);
    expect(checkPlan(waves(writers, [['a'], ['b']]), writers, {})).toEqual([]);
  });

  it('nothing in two that meet on a hub only, once it knows the hubs', () => {
    const writers = ['a', 'b'].map((id) => aTask(id, { writes: ['package-lock.json'] }));
    const plan = waves(writers, [['a', 'b']]);
    expect(checkPlan(plan, writers, {}, [{ files: ['*-lock.json'], policy: 'regenerate' }])).toEqual([]);
    expect(checkPlan(plan, writers, {}, [{ files: ['*-lock.json'], policy: 'serialize' }])).toHaveLength(1);
    expect(checkPlan(plan, writers, {})).toEqual(['a and b may both write package-lock.json']);
  });

  it('a pair that the plan’s own lists forbid', () => {
    const between = [taskId('a'), taskId('b')] as const;
    const listed = waves(tasks, [['a', 'b', 'c']], { conflicts: [{ between, reasons: [] }] });
    expect(checkPlan(listed, tasks, {})).toEqual(['a and b are together, and the plan says they conflict']);
    const risky = waves(tasks, [['a', 'b', 'c']], { risks: [{ between, p: 0.5 }] });
    expect(checkPlan(risky, tasks, {})).toEqual(['a and b are together at risk 0.5']);
    expect(checkPlan({ ...risky, caution: 'fast' }, tasks, {})).toEqual([]);
  });

  it('everything at once', () => {
    const two = [aTask('a', { writes: ['x'] }), aTask('b', { writes: ['x'], dependsOn: ['a'], exclusive: true })];
    expect(checkPlan(waves(two, [['a', 'b']], { concurrency: 1 }), two, {})).toHaveLength(4);
  });
});
