import { expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf } from '../found-by.testing.js';

function rate(count: number, pathOf: (n: number) => string): number {
  const changes = Object.fromEntries(Array.from({ length: count }, (_, n) => [`fix: part${n}`, [pathOf(n)]]));
  return groundOf({ paths: Array.from({ length: count }, (_, n) => `f${n}.ts`), history: aHistory(changes) }).baseRate;
}

it('is what is usual elsewhere when there is no history', () => {
  expect(rate(0, () => '')).toBe(0.05);
});

it('rises where near commits change common files, falls where they do not, the more the longer the history', () => {
  expect(rate(100, () => 'f0.ts')).toBeGreaterThan(0.9);
  expect(rate(10, () => 'f0.ts')).toBeLessThan(rate(100, () => 'f0.ts'));
  expect(rate(100, (n) => `f${n}.ts`)).toBeLessThan(0.005);
});

it('does not count commits that are far apart', () => {
  expect(rate(100, (n) => `f${n % 12}.ts`)).toBeLessThan(0.005);
});
