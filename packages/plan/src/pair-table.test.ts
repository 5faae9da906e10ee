import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pairAt, pairsOf, pairTable, setPair } from './pair-table.js';

it('has 0 for every pair at first', () => {
  expect(pairAt(pairTable(3), 0, 2)).toBe(0);
  expect([...pairsOf(pairTable(3))]).toEqual([]);
  expect([...pairsOf(pairTable(0))]).toEqual([]);
});

it('holds any values a map of pairs would hold, the same in both directions, listed by first, then second', async () => {
  const entry = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(10_000)).filter(([a, b]) => a !== b);
  await fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const table = pairTable(6);
      const expected = new Map<string, readonly [number, number, number]>();
      for (const [a, b, value] of entries) {
        setPair(table, [a, b], value);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expected.set(`${low} ${high}`, [low, high, value]);
        expect([pairAt(table, a, b), pairAt(table, b, a)]).toEqual([value, value]);
      }
      const listed = [...expected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
      expect([...pairsOf(table)]).toEqual(listed.filter(([, , value]) => value > 0));
    }),
  );
});
