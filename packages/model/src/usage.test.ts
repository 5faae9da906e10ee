import { expect, it } from 'vitest';
import { addUsage, NO_USAGE, type Usage } from './usage.js';

const known: Usage = { usd: 1, inputTokens: 1, outputTokens: 2, turns: 3, seconds: 4 };
const { usd: _, ...untold } = known;

it('adds what is known', () => {
  expect(addUsage(known, known)).toEqual({ usd: 2, inputTokens: 2, outputTokens: 4, turns: 6, seconds: 8 });
  expect(addUsage(known, untold).usd).toBe(1);
});

it('does not turn unknown money into none', () => {
  expect('usd' in addUsage(NO_USAGE, untold)).toBe(false);
  expect(addUsage(NO_USAGE, NO_USAGE).usd).toBe(0);
});
