import { expect, it } from 'vitest';
import { guesser, measured } from './a-guess.testing.js';
import { toldSignals } from './told-signals.js';

const guess = guesser({ paths: ['libs/cart/total.ts', 'libs/cart/button.ts', 'libs/order/list.ts'] });
const bothSay = (one: string, other: string) =>
  measured(toldSignals, guess({ brief: one }, {}), guess({ brief: other }, {}))['bothSay'];
const odds = (p: number): number => Math.round(Math.log(p / (1 - p)) * 1_000) / 1_000;
const NONE = odds(1e-5);

it('what both briefs say is as likely as both of them are to come true', () => {
  expect(bothSay('Round libs/cart/total.ts', 'Show libs/cart/total.ts')).toBe(odds(0.95 ** 2));
});

it('two files that both say are more than one', () => {
  const both = 'libs/cart/total.ts and libs/cart/button.ts';
  expect(bothSay(`Round ${both}`, `Show ${both}`)).toBe(odds(1 - (1 - 0.95 ** 2) ** 2));
});

it('nothing is said by both when only one of them names a file, or each another', () => {
  expect(bothSay('Round libs/cart/total.ts', 'Show the sum')).toBe(NONE);
  expect(bothSay('Round libs/cart/total.ts', 'Show libs/order/list.ts')).toBe(NONE);
});
