import { NO_USAGE, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { finished, midway, midwayNews, usage } from '../example-run.testing.js';
import { branchOf } from './branch-of.js';
import { NO_NEWS } from './live-news.js';
import { costOf, extent, scheduleText, spent, tasksIn } from './run-facts.js';
import { waveEnd } from './wave-end.js';

describe('what was spent', () => {
  it('counts running sessions by their news', () => {
    expect(spent(midway, NO_NEWS).usd).toBeCloseTo(2.21);
    expect(spent(midway, midwayNews)).toMatchObject({ unknown: 0, tokens: 285_000 });
    expect(spent(midway, midwayNews).usd).toBeCloseTo(3.18);
  });

  it('does not count a session twice once the journal knows it', () => {
    const late = new Map([
      [taskId('order-history-api'), { attempt: 1, phase: 'session', usage: usage(9, 5), quietSince: '' } as const],
    ]);
    expect(spent(midway, late).usd).toBeCloseTo(2.21);
  });

  it('is unknown, not nothing, when a session ran and told no cost', () => {
    expect([costOf(usage(60, 0)), costOf({ ...NO_USAGE }), costOf(usage(60, 0.2))]).toEqual([undefined, 0, 0.2]);
  });
});

describe('the extent of changes', () => {
  it('counts a file once, however many tasks changed it', () => {
    const twice = [
      { path: 'a', added: 1, removed: 2 },
      { path: 'a', added: 3, removed: 0 },
      { path: 'b', added: 0, removed: 1 },
    ];
    expect(extent(twice)).toEqual({ files: 2, added: 4, removed: 3 });
  });
});

describe('a wave that is over', () => {
  it('took as long as its longest session', () => {
    expect(waveEnd(finished, 1)).toMatchObject({ tasks: 3, integrated: 3, seconds: 312 });
    expect(waveEnd(finished, 1).usd).toBeCloseTo(1.93);
    expect(waveEnd(finished, 9)).toEqual({ tasks: 0, integrated: 0, seconds: 0, usd: 0 });
  });
});

describe('the branch of a task', () => {
  it('is there as soon as there is work', () => {
    const branches = midway.tasks.map((task) => branchOf(midway, task));
    expect(branches).toEqual([
      'breakwater/7f3a/order-history-api',
      'breakwater/7f3a/fix-login-redirect',
      'breakwater/7f3a/search-filters',
      undefined,
      undefined,
      'breakwater/7f3a/price-rounding-tests',
      undefined,
      undefined,
    ]);
  });

  it('is kept for a failure that left a commit', () => {
    const failed = {
      ...midway.tasks[6]!,
      attempts: 1,
      state: { state: 'failed', attempt: 1, failure: { reason: 'no-change' }, commit: midway.tip } as const,
    };
    expect(branchOf(midway, failed)).toBe('breakwater/7f3a/upgrade-zod');
  });
});

it('tasks are found by their state', () => {
  expect(tasksIn(finished, 'held').map(({ id, state }) => [id, state.paths])).toEqual([
    ['audit-log', ['apps/web/src/app.routes.ts']],
  ]);
  expect(tasksIn(finished, 'running')).toEqual([]);
});

it('a run says how it goes forward', () => {
  const waves = [['a'], ['b']].map((wave) => wave.map(taskId));
  const run = { ...midway, waves };
  expect(scheduleText({ ...run, wave: 0 })).toBe('2 waves');
  expect(scheduleText({ ...run, wave: 1 })).toBe('wave 1 of 2');
  expect(scheduleText({ ...run, wave: 0, schedule: 'stream' })).toBe('as a stream');
});
