import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, duration, inWords, limit, lineCounts, listed, money, roughly, secondsBetween, tokens } from './quantities.js';

describe('quantities', () => {
  it.each([
    [inWords(3), 'three'],
    [inWords(13), '13'],
    [count(1, 'file'), '1 file'],
    [count(0, 'file'), '0 files'],
    [money(0.357), '$0.36'],
    [money(-1), '$0.00'],
    [limit(10), '$10'],
    [limit(2.5), '$2.50'],
    [duration(0), '0:00'],
    [duration(266.9), '4:26'],
    [duration(3866), '1:04:26'],
    [duration(-5), '0:00'],
    [roughly(42.4), '42 s'],
    [roughly(1449), '24 min'],
    [tokens(950), '950'],
    [tokens(64_200), '64k'],
    [tokens(999_400), '999k'],
    [tokens(1_240_000), '1.2M'],
    [lineCounts({ added: 63, removed: 12 }, '−'), '+63 −12'],
    [listed([]), ''],
    [listed(['a']), 'a'],
    [listed(['a', 'b', 'c']), 'a, b and c'],
  ])('%s', (said, wanted) => {
    expect(said).toBe(wanted);
  });
});

describe('time that passed', () => {
  it('is never negative and never nonsense', () => {
    expect(secondsBetween('2026-11-22T09:00:00Z', '2026-11-22T09:01:30Z')).toBe(90);
    expect(secondsBetween('2026-11-22T09:01:30Z', '2026-11-22T09:00:00Z')).toBe(0);
    expect(secondsBetween('yesterday', '2026-11-22T09:00:00Z')).toBe(0);
  });
});

describe('figures in columns', () => {
  it('a time can be read back, to the second', async () => {
    await fc.assert(
      fc.property(fc.nat(400_000), (seconds) => {
        const parts = duration(seconds).split(':').map(Number);
        expect(parts.reduce((sum, part) => sum * 60 + part, 0)).toBe(seconds);
        expect(duration(seconds)).toMatch(/^(?:[1-9]\d*:[0-5]|[1-5]?)\d:[0-5]\d$/);
      }),
    );
  });

  it('tokens stay short and near the truth', async () => {
    await fc.assert(
      fc.property(fc.nat(99_000_000), (number) => {
        const said = tokens(number);
        const unit = { k: 1e3, M: 1e6 }[said.at(-1) ?? ''] ?? 1;
        expect(said.length).toBeLessThanOrEqual(5);
        expect(Math.abs(Number.parseFloat(said) * unit - number)).toBeLessThanOrEqual(0.5 * unit);
      }),
    );
  });
});
