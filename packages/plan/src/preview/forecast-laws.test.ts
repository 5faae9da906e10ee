import { type Plan, type Task, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../make-plan.js';
import { estimateTasks } from './estimate-tasks.js';
import { type ForecastFacts, forecastRun } from './forecast-run.js';

const someTasks = fc
  .array(
    fc.record({ before: fc.array(fc.nat(6), { maxLength: 2 }), shared: fc.boolean(), minutes: fc.integer({ min: 1, max: 90 }) }),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((rows) =>
    rows.map(({ before, shared, minutes }, n) =>
      aTask(`t${n}`, {
        dependsOn: [...new Set(before.filter((one) => one < n).map((one) => `t${one}`))],
        writes: shared ? ['x.ts'] : [],
        budget: { minutes },
      }),
    ),
  );

function planOf(tasks: readonly Task[], concurrency: number, capacities: ForecastFacts['capacities'] = {}): Plan {
  const nothing = { touchSets: [], risks: [], hubs: [], capacities, notes: [] };
  const base = { commit: aCommit(1), branch: 'main' };
  return makePlan({ tasks, base, concurrency, caution: 'balanced', effort: 'low', ...nothing });
}

function forecast(tasks: readonly Task[], concurrency: number, rest: Partial<ForecastFacts> = {}) {
  const review = { mode: 'none', reviewers: 1 } as const;
  const found = forecastRun(planOf(tasks, concurrency, rest.capacities), {
    estimates: estimateTasks(tasks, []),
    past: [],
    review,
    capacities: {},
    ...rest,
  });
  if (found === undefined) throw new Error('nothing was forecast');
  return found;
}

describe('any forecast', () => {
  it('has its middle below its end, and waves no slower than one after another', async () => {
    await fc.assert(
      fc.property(someTasks, fc.integer({ min: 1, max: 4 }), (tasks, concurrency) => {
        const { time } = forecast(tasks, concurrency);
        for (const { p50, p90 } of Object.values(time)) expect(p50).toBeLessThanOrEqual(p90);
        for (const share of ['p50', 'p90'] as const) {
          expect(time.waves[share]).toBeLessThanOrEqual(time.serial[share]);
          expect(time.stream[share]).toBeLessThanOrEqual(time.serial[share]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is the same either way with one session at a time', async () => {
    await fc.assert(
      fc.property(someTasks, (tasks) => {
        const { stream, waves, serial } = forecast(tasks, 1).time;
        expect([stream, waves]).toEqual([serial, serial]);
      }),
      { numRuns: 15 },
    );
  });

  it('of independent tasks as a stream is no slower with a session more, and no quicker than all at once', async () => {
    const independent = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 7 });
    await fc.assert(
      fc.property(independent, fc.integer({ min: 1, max: 5 }), (minutes, lanes) => {
        const tasks = minutes.map((one, n) => aTask(`t${n}`, { budget: { minutes: one } }));
        const [few, more, all] = [lanes, lanes + 1, 9].map((concurrency) => forecast(tasks, concurrency).time);
        for (const share of ['p50', 'p90'] as const) {
          expect(more?.stream[share]).toBeLessThanOrEqual(few?.stream[share] ?? 0);
          expect(more?.stream[share]).toBeGreaterThanOrEqual(all?.stream[share] ?? 0);
        }
        expect(all?.stream).toEqual(all?.waves);
      }),
      { numRuns: 15 },
    );
  });

  it('does not depend on what the tasks are called', () => {
    const named = (a: string, b: string, c: string) =>
      forecast([aTask(a), aTask(b, { dependsOn: [a] }), aTask(c, { budget: { minutes: 50 } })], 2);
    expect(named('x', 'y', 'z')).toEqual(named('c', 'b', 'a'));
  });

  it('waits for a resource that only two may have', () => {
    const users = ['a', 'b', 'c'].map((id) => aTask(id, { resources: [{ name: 'db', amount: 1 }] }));
    const [two, three] = [{ db: 2 }, { db: 3 }].map((capacities) => forecast(users, 3, { capacities }).time.stream.p50);
    expect(three).toBeLessThan(two ?? 0);
  });

  it('is quicker with a second reviewer, and names the minutes of people apart from those of the run', () => {
    const tasks = ['a', 'b', 'c', 'd'].map((id) => aTask(id, { budget: { minutes: 10 } }));
    const reviewed = (reviewers: number) => forecast(tasks, 4, { review: { mode: 'task', reviewers, minutesPerTask: 30 } });
    expect(reviewed(2).time.stream.p50).toBeLessThan(reviewed(1).time.stream.p50);
    expect(reviewed(2).reviewMinutes).toEqual(reviewed(1).reviewMinutes);
  });

  it('names a task that its plan does not have as a bug', () => {
    const plan = planOf([aTask('a')], 1);
    const strange = { ...plan, waves: [[taskId('z')]] };
    const facts = {
      estimates: estimateTasks([aTask('a')], []),
      past: [],
      review: { mode: 'none', reviewers: 1 } as const,
      capacities: {},
    };
    expect(() => forecastRun(strange, facts)).toThrow('Internal error: task z is not in the plan');
  });
});
