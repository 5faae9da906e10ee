import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anInstance, type Wanted } from './an-instance.testing.js';
import { chainsBehind, listOrders, neighbourCounts } from './list-orders.js';

// 0 -> 1 -> 2, 0 -> 3; 4 -- 5 in conflict; 6 alone
const instance = anInstance({
  size: 7,
  precedences: [
    [0, 1],
    [1, 2],
    [0, 3],
  ],
  conflicts: [[4, 5]],
});

describe('what orders go by', () => {
  it('is the longest chain behind a task', () => {
    expect(chainsBehind(instance)).toEqual([2, 1, 0, 0, 0, 0, 0]);
  });

  it('is how many others a task keeps away, by conflict or order', () => {
    expect(neighbourCounts(instance)).toEqual([2, 2, 1, 1, 1, 1, 0]);
  });
});

describe('orders to start from', () => {
  const at = (order: readonly number[], task: number) => order.indexOf(task);

  it('are by chain, by neighbours, by both, and as preferred', () => {
    expect(listOrders(instance)).toEqual([
      [0, 1, 2, 3, 4, 5, 6],
      [0, 1, 2, 3, 4, 5, 6],
      [0, 1, 2, 3, 4, 5, 6],
      [0, 1, 2, 3, 4, 5, 6],
    ]);
    const turned = listOrders({ ...instance, preferred: [6, 5, 4, 3, 2, 1, 0] });
    expect(turned).toEqual([
      [0, 1, 6, 5, 4, 3, 2],
      [0, 1, 5, 4, 3, 2, 6],
      [0, 1, 5, 4, 3, 2, 6],
      [6, 5, 4, 0, 3, 1, 2],
    ]);
  });

  it('put the hub before the chain when a task keeps many away', () => {
    // 0 -> 1 is a chain; 2 conflicts with 3, 4, 5 and 6
    const hub: Wanted = { size: 7, precedences: [[0, 1]], conflicts: [3, 4, 5, 6].map((other) => [2, other] as const) };
    const [byChain = [], byNeighbours = []] = listOrders(anInstance(hub));
    expect([at(byChain, 0) < at(byChain, 2), at(byNeighbours, 2) < at(byNeighbours, 0)]).toEqual([true, true]);
  });

  it('hold every task once, each after its predecessors, whatever is preferred', async () => {
    const pairs = fc.uniqueArray(
      fc.tuple(fc.nat(7), fc.nat(7)).filter(([a, b]) => a < b),
      { selector: String, maxLength: 10 },
    );
    const preferred = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
    await fc.assert(
      fc.property(pairs, preferred, (precedences, wish) => {
        for (const order of listOrders(anInstance({ size: 8, precedences, preferred: wish }))) {
          expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
          for (const [a, b] of precedences) expect(at(order, a)).toBeLessThan(at(order, b));
        }
      }),
    );
  });

  it('of a circle are a bug', () => {
    const circle = { ...anInstance({ size: 2 }), before: [[1], [0]], after: [[1], [0]] };
    expect(() => listOrders(circle)).toThrow('Internal error: tasks wait for each other');
  });
});
