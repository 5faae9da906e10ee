import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem, needsOf } from './a-problem.testing.js';
import { fewestByTrying, soonestByTrying } from './by-trying.testing.js';
import { dispatchScheme } from './dispatch-scheme.js';
import { justifierFor } from './justify.js';
import { listOrder } from './list-order.js';
import { type Problem, reversed } from './problem.js';
import type { Scheme } from './scheme.js';
import { brokenInTime, problemUpTo, withoutConflicts } from './some-problem.testing.js';
import { timetableScheme } from './timetable-scheme.js';
import { waveScheme } from './wave-scheme.js';

/** With an order that precedence allows, any. */
const ordered = (most: number) =>
  fc
    .tuple(problemUpTo(most), fc.array(fc.nat(9), { minLength: most, maxLength: most }))
    .map(([problem, priority]) => ({ problem, order: listOrder(problem, Float64Array.from(priority)) }));

function scheduled(scheme: Scheme, ...order: readonly number[]): { readonly end: number; readonly start: readonly number[] } {
  const start = new Int32Array(order.length);
  return { end: scheme.forwards(Int32Array.from(order), start), start: [...start] };
}

describe.each<[string, (problem: Problem) => Scheme, (problem: Problem) => Problem]>([
  ['in waves', waveScheme, (problem) => problem],
  ['dispatched', dispatchScheme, (problem) => problem],
  ['in a timetable', timetableScheme, withoutConflicts],
])('any schedule %s', (_, schemeOf, kindOf) => {
  it('breaks no rule and ends with its last task, forwards and backwards in time', async () => {
    await fc.assert(
      fc.property(ordered(8), ({ problem: wanted, order }) => {
        const problem = kindOf(wanted);
        const scheme = schemeOf(problem);
        const start = new Int32Array(problem.size);
        const lastEnd = () => Math.max(...start.map((begin, task) => begin + (scheme.lengths[task] ?? 0)));
        expect(scheme.forwards(order, start)).toBe(lastEnd());
        expect(brokenInTime(problem, start, scheme.lengths)).toEqual([]);
        expect(scheme.backwards(order.slice().reverse(), start)).toBe(lastEnd());
        expect(brokenInTime(reversed(problem), start, scheme.lengths)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is not changed by the schedules made before it with the same scheme', async () => {
    await fc.assert(
      fc.property(ordered(8), ({ problem: wanted, order }) => {
        const problem = kindOf(wanted);
        const used = schemeOf(problem);
        scheduled(used, ...problem.order);
        used.backwards(order.slice().reverse(), new Int32Array(problem.size));
        expect(scheduled(used, ...order)).toEqual(scheduled(schemeOf(problem), ...order));
      }),
      { numRuns: 100 },
    );
  });
});

describe('justified, backwards and forwards again', () => {
  it.each<[string, (problem: Problem) => Scheme, (problem: Problem) => Problem]>([
    ['waves', waveScheme, (problem) => problem],
    ['a timetable', timetableScheme, withoutConflicts],
  ])('%s are never longer, break no rule, and leave the order sorted by starts', async (_, schemeOf, kindOf) => {
    await fc.assert(
      fc.property(ordered(8), ({ problem: wanted, order }) => {
        const problem = kindOf(wanted);
        const scheme = schemeOf(problem);
        const start = new Int32Array(problem.size);
        const end = scheme.forwards(order, start);
        const improved = justifierFor(scheme)(order, start, end);
        expect(improved).toBeLessThanOrEqual(end);
        expect(improved).toBe(Math.max(...start.map((begin, task) => begin + (scheme.lengths[task] ?? 0))));
        expect(brokenInTime(problem, start, scheme.lengths)).toEqual([]);
        const starts = [...order].map((task) => start[task] ?? 0);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  });

  it('close a gap that a list left', () => {
    // 0 (2) -> 2 (6), and 1 (4): as listed 0 1 first, one at a time in the pool, the chain comes last but need not
    const problem = aProblem({
      size: 3,
      concurrency: 3,
      minutes: [1, 4, 6],
      precedences: [[0, 2]],
      needs: needsOf(1, 1, 0),
      capacities: [1],
    });
    const scheme = timetableScheme(problem);
    const order = Int32Array.of(1, 0, 2);
    const start = new Int32Array(3);
    const end = scheme.forwards(order, start);
    expect([end, justifierFor(scheme)(order, start, end), [...start]]).toEqual([11, 7, [0, 1, 1]]);
  });
});

describe('each in its turn', () => {
  const pair = { size: 3, conflicts: [[0, 1]] } as const;

  it('goes into the earliest wave that takes it, gaps included', () => {
    expect(scheduled(waveScheme(aProblem(pair)), 0, 1, 2)).toEqual({ end: 2, start: [0, 1, 0] });
    const chain = aProblem({ size: 4, concurrency: 1, precedences: [[0, 1]] });
    expect(scheduled(waveScheme(chain), 0, 1, 2, 3)).toEqual({ end: 4, start: [0, 1, 2, 3] });
  });

  it('starts as soon as it may when something ends, and nobody waits on purpose', () => {
    // 0 (1) and 1 (5) may not meet; 2 (3) is free: all but 1 start at once
    const problem = aProblem({ ...pair, minutes: [1, 5, 3] });
    expect(scheduled(dispatchScheme(problem), 0, 1, 2)).toEqual({ end: 60, start: [0, 10, 0] });
    expect(scheduled(dispatchScheme(problem), 1, 0, 2)).toEqual({ end: 60, start: [50, 0, 0] });
  });

  it('takes no time for less than a tick', () => {
    expect([...dispatchScheme(aProblem({ size: 3, minutes: [0, 0.04, 0.26] })).lengths]).toEqual([1, 1, 3]);
  });
});

it('some order gives a schedule as good as there is: in waves, and in a timetable', async () => {
  const orders = (problem: Problem) => permutations([...problem.order]).filter((order) => isInTime(problem, order));
  await fc.assert(
    fc.property(problemUpTo(5), (problem) => {
      const waves = waveScheme(problem);
      expect(Math.min(...orders(problem).map((order) => scheduled(waves, ...order).end))).toBe(fewestByTrying(problem));
      const plain = withoutConflicts(problem);
      const table = timetableScheme(plain);
      const best = Math.min(...orders(plain).map((order) => scheduled(table, ...order).end));
      expect(best).toBe(soonestByTrying(plain, table.lengths));
    }),
    { numRuns: 40 },
  );
});

function permutations(list: readonly number[]): readonly (readonly number[])[] {
  if (list.length === 0) return [[]];
  return list.flatMap((first) => permutations(list.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

function isInTime({ before, size }: Problem, order: readonly number[]): boolean {
  return [...new Array(size).keys()].every((task) =>
    [...before.items.subarray(before.start[task], before.start[task + 1])].every(
      (one) => order.indexOf(one) < order.indexOf(task),
    ),
  );
}

it('a timetable is refused where it could not keep apart or count', () => {
  const refused = { size: 2, concurrency: 2 };
  const why = 'Internal error: a timetable knows';
  expect(() => timetableScheme(aProblem({ ...refused, conflicts: [[0, 1]] }))).toThrow(why);
  expect(() => timetableScheme(aProblem({ ...refused, concurrency: 1 }))).toThrow(why);
  expect(() => timetableScheme(aProblem({ ...refused, minutes: [0.5, 1] }))).toThrow(why);
  expect(() => timetableScheme(aProblem({ ...refused, capacities: [128] }))).toThrow(why);
});
