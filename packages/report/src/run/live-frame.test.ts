import { foldRecord, type RunEvent, type RunState, taskId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { at, midway, midwayNews, midwayNow, work } from '../example-run.testing.js';
import { type Live, liveFrame } from './live-frame.js';

const view = { columns: 80, colour: false, unicode: true, rows: 24 };
const input: Live = { state: midway, live: midwayNews, now: midwayNow, keys: [{ key: 'Ctrl-C', label: 'stop' }] };

function after(state: RunState, ...events: readonly RunEvent[]): RunState {
  return events.reduce((now, event) => foldRecord(now, { v: 1, seq: 99, t: state.lastEventAt, event }), state);
}

function lanes(rest: Partial<Live>, columns = 80): readonly string[] {
  const frame = liveFrame({ ...input, ...rest }, { ...view, columns });
  const blank = frame.indexOf('');
  return frame.slice(blank + 1, frame.indexOf('', blank + 1));
}

describe('the region', () => {
  it('drops blank lines, then what is next, then the keys, as the window gets shorter', () => {
    const frame = (rows: number): readonly string[] =>
      liveFrame(input, { ...view, rows }).map((line) => line.trim().split(' ')[0] ?? '');
    expect(frame(12)).toEqual(['Breakwater', '', 'order-history-page', 'audit-log', 'free', '', 'next', '', '4', 'Ctrl-C']);
    expect(frame(10)).toEqual(['Breakwater', 'order-history-page', 'audit-log', 'free', 'next', '4', 'Ctrl-C']);
    expect(frame(7)).toEqual(['Breakwater', 'order-history-page', 'audit-log', 'free', '4', 'Ctrl-C']);
    expect(frame(6)).toEqual(['Breakwater', 'order-history-page', 'audit-log', 'free', '4']);
  });

  it('is the totals only in a tiny window', () => {
    expect(liveFrame(input, { ...view, rows: 5 })).toEqual(['  4 of 8 done   $3.18 of $10 ━━━━━───────────   7:45']);
    expect(liveFrame(input, { ...view, columns: 20 })).toEqual(['4 of 8 done   7:45', '$3.18 of $10 ━━━──…']);
    expect(liveFrame(input, { ...view, columns: 20, rows: 2 })).toEqual(['4 of 8 done   7:45']);
  });

  it('counts the sessions there is no room for', () => {
    const state = {
      ...midway,
      tasks: midway.tasks.map((task, n) => ({
        ...task,
        state: { state: 'running', lane: n, attempt: 1, base: midway.base, phase: 'session', since: at(0) } as const,
      })),
    };
    const frame = liveFrame({ ...input, state }, { ...view, rows: 8 });
    expect(frame.length).toBeLessThan(8);
    expect(frame).toContain('  and 4 more');
  });

  it('says what a person should know', () => {
    const frame = liveFrame({ ...input, notice: 'stopping: 2 sessions, their work is saved' }, view);
    expect(frame).toContain('? stopping: 2 sessions, their work is saved');
  });

  it('has no line for keys that do not exist and none for next when nothing is', () => {
    const done = { ...midway, tasks: midway.tasks.filter(({ state }) => state.state !== 'pending') };
    expect(liveFrame({ ...input, state: done, keys: [] }, view).map((line) => line.trim().split(' ')[0])).toEqual([
      'Breakwater',
      '',
      'order-history-page',
      'audit-log',
      '',
      '4',
    ]);
  });
});

describe('a lane', () => {
  it('says when its session is quiet', () => {
    expect(lanes({ now: at(450 + 78) })[0]).toBe('  order-history-page    ▶ session  3:36   $0.61   quiet for 1:18');
  });

  it('shows what the journal knows while there is no news', () => {
    expect(lanes({ live: new Map() })).toEqual([
      '  order-history-page    ▶ session  2:33',
      '  audit-log             ▶ session  2:33',
      '  free                  wave 3 starts when wave 2 is integrated',
    ]);
  });

  it('does not believe news of an attempt that is over', () => {
    const stale = new Map([[taskId('audit-log'), { attempt: 9, phase: 'save', quietSince: midwayNow } as const]]);
    expect(lanes({ live: stale })[1]).toBe('  audit-log             ▶ session  2:33');
  });

  it('never shows negative time when the clock went back', () => {
    expect(lanes({ now: at(-500) })[0]).toContain('▶ session  0:00');
  });

  it('leaves a gap when a session takes hours', () => {
    expect(lanes({ now: at(312 + 4000), live: new Map() })[0]).toBe('  order-history-page    ▶ session 1:06:40');
  });

  it('gives way to the next while its work waits to be integrated', () => {
    const usage = { usd: 0.5, inputTokens: 1, outputTokens: 1, turns: 1, seconds: 100 };
    const state = after(midway, { ev: 'task-committed', task: taskId('audit-log'), work: work(0, [0, 0]), usage });
    expect(lanes({ state, live: new Map() })).toEqual([
      '  order-history-page    ▶ session  2:33',
      '  audit-log             · ready    1:40   $0.50   waits for its turn to be int…',
      '  2 places free         wave 3 starts when wave 2 is integrated',
    ]);
  });

  it('shows all three steps in a wide window', () => {
    expect(lanes({}, 105)[1]).toBe(
      '  audit-log             ✔ prepare  ✔ session  ▶ verify  2:33   $0.36    36k   npx nx test api',
    );
  });
});

describe('the totals', () => {
  const totals = (rest: Partial<Live>): string | undefined => liveFrame({ ...input, keys: [], ...rest }, view).at(-1);

  it('name what did not go well', () => {
    const state = after(
      midway,
      {
        ev: 'task-failed',
        task: taskId('audit-log'),
        failure: { reason: 'no-change' },
        usage: { usd: 0.2, inputTokens: 0, outputTokens: 0, turns: 1, seconds: 9 },
      },
      { ev: 'task-blocked', task: taskId('upgrade-zod'), by: taskId('audit-log') },
    );
    expect(totals({ state, live: new Map() })).toBe(
      '  4 of 8 done   $2.41 of $10 ━━━━────────────   7:45   1 failed   1 blocked',
    );
  });

  it('need no budget', () => {
    const { budget: _, ...state } = midway;
    expect(totals({ state })).toBe('  4 of 8 done   $3.18   7:45');
  });

  it('fill the bar and no more when the budget is passed', () => {
    expect(totals({ state: { ...midway, budget: 1 } })).toBe('  4 of 8 done   $3.18 of $1 ━━━━━━━━━━━━━━━━   7:45');
  });

  it('stand still once the run was stopped', () => {
    const state = after(midway, { ev: 'run-interrupted', why: 'SIGINT' });
    expect(totals({ state, now: at(9999), live: new Map() })).toContain('   7:42');
  });
});
