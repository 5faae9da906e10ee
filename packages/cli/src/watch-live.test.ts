import { EventEmitter } from 'node:events';
import { foldRun, type RunEvent, runId } from '@breakwater/model';
import { aCommit, aRunStarted, aTask, recorded } from '@breakwater/model/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { anIo, aWorld } from './cli-rig.testing.js';
import { watchLive } from './watch-live.js';

const start = (name: string, lane: number): RunEvent => {
  return { ev: 'task-started', task: aTask(name).id, attempt: 1, lane, base: aCommit(1) };
};
const RECORDS = recorded([
  aRunStarted(['a', 'b']),
  { ev: 'wave-started', wave: 1, base: aCommit(1) },
  start('a', 0),
  start('b', 1),
]);

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) }));
afterEach(() => void vi.useRealTimers());

function aTerminal({ rows = 24, columns = 80 } = {}) {
  const written: string[] = [];
  const stream = Object.assign(new EventEmitter(), { rows, columns, write: (text: string) => written.push(text) });
  const stop = new AbortController();
  const watch = watchLive(anIo(), stream as never, aWorld('/', { stop: stop.signal }));
  /** The lines written since the last look, without what commands the terminal. */
  const taken = (): readonly string[] => {
    const plain = written
      .splice(0)
      .join('')
      .replace(/\x1b\[[?\d;]*[A-Za-z]|\r/g, '');
    return plain.split('\n').slice(0, -1);
  };
  const play = (): void => {
    RECORDS.forEach((record, n) => {
      const before = n === 0 ? undefined : foldRun(RECORDS.slice(0, n));
      watch.listener.record(record, before, foldRun(RECORDS.slice(0, n + 1)));
    });
  };
  return { stream, stop, watch, taken, play };
}

const news = (text: string) =>
  ({ id: { run: runId('7f3a'), task: aTask('a').id, attempt: 1 }, seq: 1, news: { kind: 'activity', text } }) as const;

it('sets the region off from what is done where there is room, and spares the row where there is little', () => {
  const begins = [24, 16, 15].map((rows) => {
    const { play, taken, stream, watch } = aTerminal({ rows });
    play();
    taken();
    stream.columns = 70;
    stream.emit('resize');
    const [first] = taken();
    watch.close();
    return first === '';
  });
  expect(begins).toEqual([true, true, false]);
});

it('never shows more rows or columns than the window has', () => {
  const { play, taken, stream, watch } = aTerminal({ rows: 5, columns: 30 });
  play();
  taken();
  stream.emit('resize');
  vi.advanceTimersByTime(1000);
  const lines = taken();
  expect(lines.length).toBeLessThan(5);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(30);
  watch.close();
});

it('names no key any more once it is stopping, and counts the sessions whose work is saved', () => {
  const { play, taken, stop, stream, watch } = aTerminal();
  play();
  expect(taken().join('\n')).toContain('Ctrl-C');
  stop.abort('SIGINT');
  stream.emit('resize');
  const shown = taken().join('\n');
  expect(shown).toContain('stopping: 2 sessions, their work is saved');
  expect(shown).not.toContain('Ctrl-C');
  watch.close();
});

it('forgets news that come before the first record, and keeps those that came too soon for the next look', () => {
  const { play, taken, watch } = aTerminal();
  watch.listener.news(news('edits early.ts'));
  play();
  watch.listener.news(news('edits soon.ts'));
  expect(taken().join('\n')).not.toMatch(/early|soon/);
  vi.advanceTimersByTime(1000);
  expect(taken().join('\n')).toContain('edits soon.ts');
  watch.close();
});

it('takes the region away when it closes, and paints nothing after that', () => {
  const { play, taken, stop, stream, watch } = aTerminal();
  play();
  taken();
  watch.close();
  expect(taken()).toEqual([]);
  stop.abort('SIGINT');
  stream.emit('resize');
  vi.advanceTimersByTime(10_000);
  expect(taken()).toEqual([]);
});
