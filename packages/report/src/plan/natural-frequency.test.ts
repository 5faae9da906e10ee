import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naturalFrequency } from './natural-frequency.js';

it.each([
  [1, 'almost every run'],
  [0.97, '19 runs of 20'],
  [0.9, '9 runs of 10'],
  [0.82, '4 runs of 5'],
  [0.75, '3 runs of 4'],
  [0.64, '2 runs of 3'],
  [0.5, '1 run of 2'],
  [0.34, '1 run of 3'],
  [0.25, '1 run of 4'],
  [0.2, '1 run of 5'],
  [0.1, '1 run of 10'],
  [0.04, '1 run of 20'],
  [0.01, 'hardly any run'],
  [0, 'hardly any run'],
])('%f is %s', (p, words) => {
  expect(naturalFrequency(p)).toBe(words);
});

/** The probability that a text stands for. */
function meant(words: string): number {
  const [, of, runs] = /^(\d+) runs? of (\d+)$/.exec(words) ?? [];
  return of === undefined ? (words === 'almost every run' ? 1 : 0) : Number(of) / Number(runs);
}

it('never says less of a likelier thing, and is never far off', async () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true });
  await fc.assert(
    fc.property(p, p, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(meant(naturalFrequency(low))).toBeLessThanOrEqual(meant(naturalFrequency(high)));
      expect(Math.abs(meant(naturalFrequency(a)) - a)).toBeLessThanOrEqual(0.0834);
    }),
  );
});
