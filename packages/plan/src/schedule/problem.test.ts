import { describe, expect, it } from 'vitest';
import { problemOf, reversed } from './problem.js';
import { type Rows, rowOf } from './rows.js';

const lists = (rows: Rows, size: number) => Array.from({ length: size }, (_, row) => [...rowOf(rows, row)]);

describe('a problem', () => {
  it('knows both directions of precedence and conflict, ascending', () => {
    const problem = problemOf({
      size: 4,
      concurrency: 2,
      precedences: [
        [2, 0],
        [1, 0],
      ],
      conflicts: [
        [3, 1],
        [0, 3],
      ],
    });
    expect(lists(problem.before, 4)).toEqual([[1, 2], [], [], []]);
    expect(lists(problem.after, 4)).toEqual([[], [0], [0], []]);
    expect(lists(problem.apart, 4)).toEqual([[3], [3], [], [0, 1]]);
    expect([...problem.order]).toEqual([1, 2, 3, 0]);
  });

  it('counts every task as one minute long and takes them as listed when nothing else is said', () => {
    const { minutes, preferred } = problemOf({ size: 2, concurrency: 1 });
    expect([[...minutes], [...preferred]]).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  it('keeps a large set of excluding tasks as a set', () => {
    const problem = problemOf({
      size: 4,
      concurrency: 2,
      groups: [
        [3, 0, 2],
        [2, 1],
      ],
    });
    expect(lists(problem.groups, 2)).toEqual([
      [0, 2, 3],
      [1, 2],
    ]);
    expect(lists(problem.groupsOf, 4)).toEqual([[0], [1], [0, 1], [0]]);
  });

  it('lets no task need more of a pool than there is', () => {
    const needs = [
      { task: 1, pool: 0, amount: 5 },
      { task: 0, pool: 0, amount: 1 },
      { task: 2, pool: 0, amount: 0 },
    ];
    const problem = problemOf({ size: 3, concurrency: 2, needs, capacities: [2] });
    expect(lists(problem.pools, 3)).toEqual([[0], [0], []]);
    expect([...problem.amounts]).toEqual([1, 2]);
  });

  it('has risks beside the pairs they belong to', () => {
    const problem = problemOf({
      size: 3,
      concurrency: 2,
      risks: [
        [2, 0, 70],
        [1, 2, 5],
      ],
    });
    expect(lists(problem.risky, 3)).toEqual([[2], [2], [0, 1]]);
    expect([...problem.units]).toEqual([70, 5, 70, 5]);
  });

  it('backwards swaps what comes before and after', () => {
    const problem = problemOf({ size: 3, concurrency: 1, precedences: [[0, 1]] });
    const back = reversed(problem);
    expect(lists(back.before, 3)).toEqual([[1], [], []]);
    expect([...back.order]).toEqual([...problem.order].reverse());
  });

  it('of a circle is a bug', () => {
    const circle = [
      [0, 1],
      [1, 0],
    ] as const;
    expect(() => problemOf({ size: 2, concurrency: 1, precedences: circle })).toThrow('Internal error: tasks wait');
  });
});
