import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { QuietTimer } from './quiet-timer.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function isOver(timer: QuietTimer): Promise<boolean> {
  return Promise.race([timer.over.then(() => true), Promise.resolve().then(() => false)]);
}

test('silence is over-long when nothing was heard for the whole time, and every word begins it anew', async () => {
  const timer = new QuietTimer(1);
  vi.advanceTimersByTime(59_000);
  timer.heard();
  vi.advanceTimersByTime(59_000);
  expect(await isOver(timer)).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(await isOver(timer)).toBe(true);
});

test('without a limit, and when it was stopped, it never is', async () => {
  const [unlimited, stopped] = [new QuietTimer(undefined), new QuietTimer(1)];
  stopped.stop();
  stopped.heard();
  unlimited.heard();
  vi.advanceTimersByTime(2 ** 31);
  expect([await isOver(unlimited), await isOver(stopped)]).toEqual([false, false]);
});
