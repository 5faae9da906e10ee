import type { RunState, TaskRun } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { at, midway, work } from '../example-run.testing.js';
import { laneParts } from './lane-parts.js';
import { NO_NEWS } from './live-news.js';

const view = { columns: 80, colour: false, unicode: true, rows: 24 };

function lines(state: RunState, rest: Partial<typeof view> = {}): readonly string[] {
  return laneParts({ state, live: NO_NEWS, now: at(465) }, { ...view, ...rest }).flatMap((part) => part.lines);
}

/** The middle of the run with other tasks at work: sessions by their lanes, then tasks that wait to be integrated. */
function withWorking(lanes: readonly number[], ready = 0): RunState {
  const tasks = midway.tasks.map((task, n): TaskRun => {
    const lane = lanes[n];
    const base = { attempt: 1, base: midway.base, phase: 'session', since: at(460) } as const;
    if (lane !== undefined) return { ...task, state: { state: 'running', lane, ...base } };
    const isReady = n < lanes.length + ready;
    return {
      ...task,
      wave: 3,
      state: isReady ? { state: 'committed', attempt: 1, work: work(1, [1, 0]) } : { state: 'pending' },
    };
  });
  return { ...midway, tasks };
}

const names = (state: RunState, rest: Partial<typeof view> = {}): readonly string[] =>
  lines(state, rest).map((line) => line.trim().split('   ')[0]?.split(/ {2}/)[0] ?? '');

describe('the lanes', () => {
  it('are in the order of their numbers, what waits to be integrated after them', () => {
    expect(names(withWorking([2, 0, 1], 1))).toEqual([
      'fix-login-redirect',
      'search-filters',
      'order-history-api',
      'order-history-page',
    ]);
  });

  it('say how many places are free while a later wave waits', () => {
    expect(lines(withWorking([0]))[1]).toBe('  2 places free         wave 3 starts when wave 2 is integrated');
    expect(lines(withWorking([0, 1]), { columns: 40 }).at(-1)).toBe('· free   wave 3 starts when wave 2 is …');
  });

  it.each<readonly [string, Partial<RunState>]>([
    ['the run was stopped', { outcome: 'interrupted' }],
    ['no wave has begun', { wave: 0 }],
    ['the last wave has begun', { wave: 3 }],
    ['every place is taken', { concurrency: 1 }],
  ])('say nothing of free places when %s', (_, rest) => {
    expect(names({ ...withWorking([0]), ...rest })).toEqual(['order-history-api']);
  });

  it('that have no room are counted, in narrow windows by pairs of lines', () => {
    const all = withWorking([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(names(all, { rows: 7 })).toEqual(['order-history-api', 'fix-login-redirect', 'search-filters', 'and 5 more']);
    expect(lines(all, { rows: 10, columns: 40 })).toHaveLength(5);
    expect(lines(all, { rows: 11 })).toHaveLength(8);
  });
});
