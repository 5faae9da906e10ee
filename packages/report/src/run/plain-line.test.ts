import { foldRecord, foldRun, type RunEvent, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { at, midway, midwayNews, midwayNow, STARTED, usage, work } from '../example-run.testing.js';
import { NO_NEWS } from './live-news.js';
import { plainLine } from './plain-line.js';
import { stillRunning } from './still-running.js';

const clock = (t: string): string => t.slice(11, 19);
const audit = taskId('audit-log');

function line(event: RunEvent): string | undefined {
  const record = { v: 1, seq: 99, t: at(470), event } as const;
  return plainLine(record, midway, foldRecord(midway, record), { clock });
}

describe('a line of a log', () => {
  it('begins with the run and says no budget where there is none', () => {
    if (STARTED.ev !== 'run-started') throw new Error('the run begins with its start');
    const { budget: _, ...event } = STARTED;
    const record = { v: 1, seq: 1, t: at(0), event } as const;
    expect(plainLine(record, undefined, foldRun([record]), { clock })).toBe(
      '09:12:04  run 7f3a              8 tasks, 3 waves, at most 3 at once, onto breakwater/7f3a/integration',
    );
  });

  it.each<readonly [string, RunEvent]>([
    ['run 7f3a              resumed: 4 of 8 tasks done', { ev: 'run-resumed' }],
    ['run 7f3a              stopped: SIGTERM. Go on with: breakwater resume', { ev: 'run-interrupted', why: 'SIGTERM' }],
    ['run 7f3a              given up: its worktrees were taken away, its branches are kept', { ev: 'run-abandoned' }],
    ['audit-log             started, attempt 2', { ev: 'task-started', task: audit, attempt: 2, lane: 1, base: midway.base }],
    ['audit-log             prepared 2:38', { ev: 'task-phase', task: audit, phase: 'session' }],
    ['audit-log             stopped', { ev: 'task-stopped', task: audit, usage: usage(1, 0.1) }],
    [
      'audit-log             stopped, its work is kept',
      { ev: 'task-stopped', task: audit, commit: midway.tip, usage: usage(1, 0.1) },
    ],
    ['upgrade-zod           blocked: needs audit-log', { ev: 'task-blocked', task: taskId('upgrade-zod'), by: audit }],
    [
      'run 7f3a              main, from which it started, is gone; the run is built on 4f1c2a9, so it has to be merged, not only moved to',
      { ev: 'base-moved', branch: 'main' },
    ],
    ['run 7f3a              low disk', { ev: 'note', text: 'low disk' }],
    ['audit-log             kept:\\x1b[2J', { ev: 'note', task: audit, text: 'kept:\x1b[2J' }],
  ])('%s', (text, event) => {
    expect(line(event)).toBe(`09:19:54  ${text}`);
  });

  it('is left out for steps nobody waits for', () => {
    expect(line({ ev: 'session-started', task: audit, sessionId: 's' })).toBeUndefined();
    expect(line({ ev: 'task-phase', task: audit, phase: 'save' })).toBeUndefined();
  });

  it('at the end of a wave and of the run shows no cost when no session told one', () => {
    const before = { ...midway, tasks: midway.tasks.map((task) => ({ ...task, usage: { ...task.usage, usd: 0 } })) };
    const record = { v: 1, seq: 99, t: at(470), event: { ev: 'run-finished', tip: midway.tip } } as const;
    expect(plainLine(record, before, foldRecord(before, record), { clock })?.split('\n')).toEqual([
      '09:19:54  wave 2                over, 1 of 3 tasks integrated, 2:20',
      '09:19:54  run 7f3a              finished: 4 of 8 tasks done, 7:50',
    ]);
  });

  it('shows no cost that was not told', () => {
    const untold = { inputTokens: 0, outputTokens: 0, turns: 0, seconds: 70 };
    expect(line({ ev: 'task-committed', task: audit, work: work(0, [0, 0]), usage: untold })).toBe(
      '09:19:54  audit-log             session ended 0 files +0 -0 1:10',
    );
  });
});

describe('a minute without an event', () => {
  it('names who works, for how long and for how much', () => {
    expect(stillRunning(midway, midwayNews, midwayNow, clock)).toBe(
      '09:19:49  still running         order-history-page 2:33 $0.61, audit-log 2:33 $0.36',
    );
  });

  it('shows no time without a clock and no cost without news', () => {
    expect(stillRunning(midway, NO_NEWS, midwayNow)).toBe(
      '          still running         order-history-page 2:33, audit-log 2:33',
    );
  });

  it('may have no session', () => {
    const idle = { ...midway, tasks: midway.tasks.filter(({ state }) => state.state === 'pending') };
    expect(stillRunning(idle, NO_NEWS, midwayNow, clock)).toBe('09:19:49  still running    no session at the moment');
  });
});
