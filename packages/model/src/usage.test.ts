import fc from 'fast-check';
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

it('comes to the same whatever is added first, and nothing added changes nothing', async () => {
  const dollars = fc.integer({ min: 0, max: 9 });
  const usage: fc.Arbitrary<Usage> = fc
    .record({ usd: fc.option(dollars, { nil: undefined }), n: dollars })
    .map(({ usd, n }) => ({ ...(usd === undefined ? {} : { usd }), inputTokens: n, outputTokens: n, turns: n, seconds: n }));
  await fc.assert(
    fc.property(usage, usage, usage, (a, b, c) => {
      expect(addUsage(a, addUsage(b, c))).toEqual(addUsage(addUsage(a, b), c));
      expect(addUsage(a, b)).toEqual(addUsage(b, a));
      expect(addUsage(a, NO_USAGE)).toEqual(a);
    }),
  );
});
