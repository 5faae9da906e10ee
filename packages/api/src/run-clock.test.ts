import { expect, it } from 'vitest';
import { RunClock } from './run-clock.js';

const NOON = Date.UTC(2026, 0, 1, 12);
const YEAR = 365 * 24 * 60 * 60_000;

/** A clock on readings that the test moves. */
function aClock() {
  const at = { wall: NOON, awake: 5000, uptime: 70_000 };
  const clock = new RunClock({ wall: () => at.wall, awake: () => at.awake, uptime: () => at.uptime });
  return { at, clock, since: () => clock.now().getTime() - NOON };
}

it.each([-3 * YEAR, -3_600_000, 24 * 3_600_000, YEAR])('a system clock that is set by %d ms does not matter to it', (step) => {
  const { at, since } = aClock();
  at.wall += step;
  at.awake += 90;
  expect(since()).toBe(90);
});

it('a machine that slept is later when it wakes, and a coarse reading of that is none', () => {
  const { at, since } = aClock();
  at.awake += 40;
  at.uptime += 990;
  expect(since()).toBe(40);
  at.uptime += 3_600_000;
  expect(since()).toBe(3_600_990);
});

it('never runs back', () => {
  const { at, since } = aClock();
  at.uptime += 1001;
  const before = since();
  at.awake += 20;
  expect([before, since()]).toEqual([1001, 1001]);
});

it('goes on from a time that was recorded before, and only forward', () => {
  const { at, clock, since } = aClock();
  clock.goOnFrom(NOON - YEAR);
  expect(since()).toBe(0);
  clock.goOnFrom(NOON + YEAR);
  at.awake += 10;
  expect(since()).toBe(YEAR + 10);
});
