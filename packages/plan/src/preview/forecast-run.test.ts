import { type PastSession, type Plan, type Task, taskId } from '@breakwater/model';
import { aCommit, aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../make-plan.js';
import { estimateTasks } from './estimate-tasks.js';
import { type ForecastFacts, forecastRun } from './forecast-run.js';
import { withForecast } from './with-forecast.js';

// a -> b -> c; d, e, f free, and e may not meet f
const tasks = [
  aTask('a'),
  aTask('b', { dependsOn: ['a'] }),
  aTask('c', { dependsOn: ['b'] }),
  aTask('d'),
  aTask('e', { writes: ['x.ts'] }),
  aTask('f', { writes: ['x.ts'] }),
];

function planOf(list: readonly Task[]): Plan {
  const nothing = { touchSets: [], risks: [], hubs: [], capacities: {}, notes: [] };
  return makePlan({ tasks: list, base: { commit: aCommit(1), branch: 'main' }, concurrency: 3, caution: 'balanced', ...nothing });
}

function facts(list: readonly Task[], past: readonly PastSession[] = [], rest: Partial<ForecastFacts> = {}): ForecastFacts {
  return { estimates: estimateTasks(list, past), past, review: { mode: 'none', reviewers: 1 }, capacities: {}, ...rest };
}

const past = [8, 10, 12, 20].map((minutes, n) => ({ task: taskId(`old-${n}`), minutes, usd: n + 1, verifyMinutes: 2 }));
const plan = planOf(tasks);

describe('what a run may take', () => {
  it('is told in sessions while nothing is known: a stream no longer than waves, waves than one after another', () => {
    const run = forecastRun(plan, facts(tasks));
    expect(run).toMatchObject({ runs: 200, sessions: 0, unit: 'sessions' });
    expect(run?.usd ?? run?.reviewMinutes).toBeUndefined();
    const { stream, waves, serial } = run!.time;
    expect(stream.p50).toBeLessThan(waves.p50);
    expect(waves.p50).toBeLessThan(serial.p50);
    for (const { p50, p90 } of [stream, waves, serial]) expect(p50).toBeLessThan(p90);
    // Three waves of sessions whose middle is 1, each wave as long as its longest.
    expect(waves.p50).toBeGreaterThan(3);
    expect(serial.p50).toBeGreaterThan(6);
  });

  it('comes out the same every time', () => {
    expect(forecastRun(planOf(tasks), facts(tasks, past))).toEqual(forecastRun(plan, facts(tasks, past)));
  });

  it('is told in minutes and dollars from earlier sessions, verification included', () => {
    const run = forecastRun(plan, facts(tasks, past));
    expect(run).toMatchObject({ sessions: 4, unit: 'minutes' });
    // Six sessions at one to four dollars each.
    expect(run!.usd!.p50).toBeGreaterThanOrEqual(12);
    expect(run!.usd!.p90).toBeLessThanOrEqual(24);
    const unverified = past.map((session) => ({ ...session, verifyMinutes: 0 }));
    expect(run!.time.waves.p50 - forecastRun(plan, facts(tasks, unverified))!.time.waves.p50).toBeCloseTo(6, 0);
  });

  it('claims no cost from one or two sessions', () => {
    expect(forecastRun(plan, facts(tasks, past.slice(0, 2)))?.usd).toBeUndefined();
  });

  it('counts reviewing when told how long it takes, and waits for it when the run does', () => {
    const reviewed = (mode: 'none' | 'task' | 'wave') =>
      forecastRun(plan, facts(tasks, [], { review: { mode, reviewers: 1, minutesPerTask: 30 } }))!;
    expect(reviewed('none').reviewMinutes!.p50).toBeGreaterThan(6 * 25);
    expect(reviewed('none').reviewMinutes!.p50).toBeLessThan(6 * 36);
    expect(reviewed('none').time).toEqual(forecastRun(plan, facts(tasks))!.time);
    // One person reviews 180 minutes, which is more than the sessions take.
    expect(reviewed('task').time.stream.p50).toBeGreaterThan(18);
    expect(reviewed('wave').time.waves.p50).toBeGreaterThan(reviewed('task').time.waves.p50);
  });

  it('is not simulated for no task, nor for a list too long for it', () => {
    expect(forecastRun(planOf([]), facts([]))).toBeUndefined();
    const many = Array.from({ length: 1_001 }, (_, n) => aTask(`t${n}`));
    const long = { ...plan, tasks: many.map(({ id }) => ({ ...plan.tasks[0]!, id })) };
    expect(forecastRun(long, facts(many))).toBeUndefined();
  });

  it('is simulated less often for long lists, never fewer than twenty times', () => {
    const many = Array.from({ length: 500 }, (_, n) => aTask(`t${n}`));
    const waves = many.map(({ id }) => [id]);
    const long = { ...plan, waves, tasks: many.map(({ id }) => ({ ...plan.tasks[0]!, id })), precedences: [], conflicts: [] };
    expect(forecastRun(long, facts(many))?.runs).toBe(32);
  });
});

it('a forecast leaves the id of the plan as it was: what is arranged is the same', () => {
  const told = withForecast(plan, facts(tasks, past));
  expect([told.id, told.waves]).toEqual([plan.id, plan.waves]);
  expect(told.forecast).toMatchObject({ ...plan.forecast, estimates: facts(tasks, past).estimates, run: { sessions: 4 } });
});
