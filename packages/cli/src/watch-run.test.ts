import { EventEmitter } from 'node:events';
import { foldRecord, foldRun, type Recorded, type RunEvent, type RunState, runId } from '@breakwater/model';
import { aCommit, aRunStarted, aTask } from '@breakwater/model/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anIo, aWorld } from './cli-rig.testing.js';
import type { Watch } from './watch.js';
import { watchRun } from './watch-run.js';

const task = aTask('a').id;
const usage = { usd: 0.5, inputTokens: 1, outputTokens: 1, turns: 1, seconds: 1 };
const EVENTS: readonly RunEvent[] = [
  aRunStarted(['a'], { integration: 'breakwater/7f3a/integration' }),
  { ev: 'wave-started', wave: 1, base: aCommit(1) },
  { ev: 'task-started', task, attempt: 1, lane: 0, base: aCommit(1) },
  { ev: 'task-phase', task, phase: 'session' },
  { ev: 'task-failed', task, failure: { reason: 'no-change' }, usage },
  { ev: 'run-finished', tip: aCommit(1) },
];
const RECORDS: readonly Recorded[] = EVENTS.map((event, seq) => ({
  v: 1,
  seq,
  t: new Date(Date.UTC(2026, 0, 1, 0, 0, seq)).toISOString(),
  event,
}));

/** Plays records as a run does: each with the state before and after it. */
function play({ listener }: Watch, records: readonly Recorded[] = RECORDS): void {
  let state: RunState | undefined;
  for (const record of records) {
    const before = state;
    state = before === undefined ? foldRun([record]) : foldRecord(before, record);
    listener.record(record, before, state);
  }
}

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) }));
afterEach(() => void vi.useRealTimers());

const withoutTimes = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^\d\d:\d\d:\d\d {2}/, '').replace(/ {2,}/, ' | '));

describe('with --json', () => {
  it('one record is one line on stdout, and nothing else is said', () => {
    const io = anIo();
    const watch = watchRun(io, true, aWorld('/'));
    play(watch);
    watch.listener.news({ id: { run: runId('7f3a'), task, attempt: 1 }, seq: 1, news: { kind: 'warning', text: 'x' } });
    vi.advanceTimersByTime(600_000);
    watch.close();
    const { stdout, stderr } = io.said();
    expect(
      stdout
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    ).toEqual(RECORDS);
    expect([stderr, stdout.endsWith('\n')]).toEqual(['', true]);
  });
});

describe('into a log', () => {
  it('what is worth a line is a line on stderr, with the time on the wall', () => {
    const io = anIo();
    const watch = watchRun(io, false, aWorld('/'));
    play(watch);
    watch.close();
    const { stdout, stderr } = io.said();
    expect(stdout).toBe('');
    expect(
      stderr
        .split('\n')
        .slice(0, -1)
        .every((line) => /^\d\d:\d\d:\d\d {2}/.test(line)),
    ).toBe(true);
    expect(withoutTimes(stderr).map((line) => line.split(' | ')[0])).toEqual([
      'run 7f3a',
      'wave 1',
      'a',
      'a',
      'a',
      'wave 1',
      'run 7f3a',
    ]);
  });

  it('a long silence is broken once a minute by what still runs, and only a silence', () => {
    const io = anIo();
    const watch = watchRun(io, false, aWorld('/'));
    vi.advanceTimersByTime(300_000);
    expect(io.said().stderr).toBe('');
    play(watch, RECORDS.slice(0, 4));
    const before = io.said().stderr.length;
    vi.advanceTimersByTime(59_000);
    expect(io.said().stderr.slice(before)).toBe('');
    vi.advanceTimersByTime(121_000);
    const beats = withoutTimes(io.said().stderr.slice(before));
    expect(beats).toHaveLength(2);
    expect(beats.every((line) => line.startsWith('still running') && line.includes('a'))).toBe(true);
    watch.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('in a terminal', () => {
  function aTerminal(size: { columns?: number; rows?: number } = { columns: 80, rows: 24 }) {
    const written: string[] = [];
    const stream = Object.assign(new EventEmitter(), size, { write: (text: string) => written.push(text) });
    const taken = () => written.splice(0).join('');
    const stop = new AbortController();
    const watch = watchRun(anIo({ live: stream as never }), false, aWorld('/', { stop: stop.signal }));
    return { stream, taken, stop, watch };
  }

  it('shows the run below what is done, anew each second and when the window changes', () => {
    const { stream, taken, watch } = aTerminal();
    play(watch, RECORDS.slice(0, 4));
    expect(taken()).toContain('Ctrl-C');
    vi.advanceTimersByTime(10_000);
    expect(taken()).not.toBe('');
    stream.columns = 40;
    stream.emit('resize');
    expect(taken()).not.toBe('');
    watch.close();
  });

  it('paints nothing before the first record, and news at most ten times a second', () => {
    const { taken, watch } = aTerminal();
    vi.advanceTimersByTime(5000);
    expect(taken()).toBe('');
    play(watch, RECORDS.slice(0, 4));
    taken();
    const news = (text: string) =>
      watch.listener.news({ id: { run: runId('7f3a'), task, attempt: 1 }, seq: 1, news: { kind: 'activity', text } });
    news('edits one.ts');
    expect(taken()).toBe('');
    vi.advanceTimersByTime(150);
    news('edits two.ts');
    expect(taken()).toContain('edits two.ts');
    watch.close();
  });

  it('says at once that it is stopping, and what becomes of the work', () => {
    const { taken, stop, watch } = aTerminal();
    play(watch, RECORDS.slice(0, 4));
    taken();
    stop.abort('SIGINT');
    expect(taken()).toContain('stopping: 1 session, its work is saved');
    watch.close();
  });

  it('leaves the terminal as it was: the cursor is back, nothing ticks, nobody listens', () => {
    const { stream, taken, watch } = aTerminal();
    play(watch);
    watch.close();
    const shown = taken();
    expect(shown.lastIndexOf('\x1b[?25h')).toBeGreaterThan(shown.lastIndexOf('\x1b[?25l'));
    expect([vi.getTimerCount(), stream.listenerCount('resize')]).toEqual([0, 0]);
    watch.close();
    expect(taken()).toBe('');
  });

  it('takes a terminal that does not tell its size for a usual one', () => {
    const { taken, watch } = aTerminal({});
    play(watch, RECORDS.slice(0, 4));
    expect(taken()).toContain('Ctrl-C');
    watch.close();
  });
});
