import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem } from './a-problem.testing.js';
import { listOrder } from './list-order.js';
import { rowOf } from './rows.js';
import { someProblem } from './some-problem.testing.js';
import { topologicalOrder } from './topological-order.js';

const listed = (problem: Parameters<typeof listOrder>[0], ...priority: readonly number[]) => [
  ...listOrder(problem, Float64Array.from(priority)),
];

describe('tasks in a list', () => {
  it('come by priority, of equals the preferred one first', () => {
    expect(listed(aProblem({ size: 4 }), 1, 3, 2, 3)).toEqual([1, 3, 2, 0]);
    expect(listed(aProblem({ size: 4, preferred: [3, 2, 1, 0] }), 1, 3, 2, 3)).toEqual([3, 1, 2, 0]);
  });

  it('come after those they wait for, however high their priority', () => {
    // 0 -> 1 -> 2; 3 is free
    const chain = [
      [0, 1],
      [1, 2],
    ] as const;
    expect(listed(aProblem({ size: 4, precedences: chain }), 1, 9, 9, 5)).toEqual([3, 0, 1, 2]);
  });

  it('are at every place the best of those whose predecessors are listed', async () => {
    const priorities = fc.array(fc.nat(3), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.property(someProblem, priorities, (problem, priority) => {
        const order = listed(problem, ...priority.slice(0, problem.size));
        const rank = (task: number) => [...problem.preferred].indexOf(task);
        const better = (a: number, b: number) => (priority[b] ?? 0) - (priority[a] ?? 0) || rank(a) - rank(b);
        for (const [place, task] of order.entries()) {
          const left = order.slice(place);
          const open = left.filter((one) => [...rowOf(problem.before, one)].every((before) => !left.includes(before)));
          expect(task).toBe([...open].sort(better)[0]);
        }
        expect([...order].sort((a, b) => a - b)).toEqual([...new Array(problem.size).keys()]);
      }),
      { numRuns: 200 },
    );
  });

  it('that wait for each other are a bug', () => {
    const problem = aProblem({ size: 2, precedences: [[0, 1]] });
    const circle = { ...problem, before: { start: Int32Array.of(0, 1, 2), items: Int32Array.of(1, 0) } };
    expect(() => listOrder(circle, new Float64Array(2))).toThrow('Internal error: tasks wait for each other');
    expect(() => topologicalOrder(circle.before, circle.before)).toThrow('Internal error: tasks wait for each other');
  });
});
