import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem, someProblem } from './a-problem.testing.js';
import { type Dispatcher, openDispatcher } from './dispatcher.js';
import type { StreamProblem } from './stream-problem.js';

/** Which of the open tasks ends next, and how. */
const someEnds = fc.array(fc.tuple(fc.nat(8), fc.constantFrom('integrate', 'giveUp')), { maxLength: 12 });

/** Starts with three lanes and after each end; answers the starts in turn. */
function history(problem: StreamProblem, ends: readonly (readonly [number, string])[]): readonly (readonly number[])[] {
  const dispatcher = openDispatcher(problem);
  const open: number[] = [...dispatcher.start(3)];
  return [
    [...open],
    ...ends.map(([pick, how]) => {
      end(dispatcher, open, pick, how);
      const next = dispatcher.start(3 - open.length);
      open.push(...next);
      return next;
    }),
  ];
}

function end(dispatcher: Dispatcher, open: number[], pick: number, how: string): void {
  const [task] = open.splice(pick % Math.max(1, open.length), 1);
  if (task !== undefined) dispatcher[how === 'integrate' ? 'integrate' : 'giveUp'](task);
}

/** Task n of the problem becomes task `to[n]`; the order that settles ties stays with the tasks. */
function relabelled(problem: StreamProblem, to: readonly number[]): StreamProblem {
  const from = to.map((_, label) => to.indexOf(label));
  const renamed = (list: readonly number[]) => list.map((task) => to[task] ?? Number.NaN);
  const moved = <Value>(list: readonly Value[]) => from.map((task) => list[task] as Value);
  return {
    ...problem,
    before: moved(problem.before).map(renamed),
    after: moved(problem.after).map(renamed),
    apart: moved(problem.apart).map(renamed),
    risk: moved(problem.risk).map((map) => new Map([...map].map(([other, p]) => [to[other] ?? Number.NaN, p]))),
    needs: moved(problem.needs),
    seconds: moved(problem.seconds),
    rank: moved(problem.rank),
  };
}

const holds = async (law: (problem: StreamProblem, ends: readonly (readonly [number, string])[]) => void): Promise<void> =>
  fc.assert(fc.property(someProblem, someEnds, law), { numRuns: 200 });

describe('any dispatcher', () => {
  it('does not care how tasks are numbered', async () => {
    await fc.assert(
      fc.property(someProblem, someEnds, fc.infiniteStream(fc.nat()), (problem, ends, picks) => {
        const wish = Array.from({ length: problem.size }, () => picks.next().value ?? 0);
        const to = [...wish.keys()].sort((a, b) => (wish[a] ?? 0) - (wish[b] ?? 0) || a - b);
        const named = history(problem, ends).map((list) => list.map((task) => to[task]));
        expect(history(relabelled(problem, to), ends)).toEqual(named);
      }),
      { numRuns: 200 },
    );
  });

  it('starts nobody twice, nobody beside whom he may not be, and nobody whose wait is not over, with failures on the way', async () => {
    await holds((problem, ends) => {
      const dispatcher = openDispatcher(problem);
      const open: number[] = [];
      const integrated = new Set<number>();
      const seen = new Set<number>();
      for (const [pick, how] of [[0, ''] as const, ...ends]) {
        const [task] = how === '' ? [] : open.splice(pick % Math.max(1, open.length), 1);
        if (task !== undefined && how === 'integrate') integrated.add(task);
        if (task !== undefined) dispatcher[how === 'integrate' ? 'integrate' : 'giveUp'](task);
        for (const next of dispatcher.start(3 - open.length)) {
          expect(seen.has(next)).toBe(false);
          expect(problem.before[next]?.filter((one) => !integrated.has(one))).toEqual([]);
          expect(problem.apart[next]?.filter((one) => open.includes(one))).toEqual([]);
          seen.add(next);
          open.push(next);
        }
      }
    });
  });

  it('leaves a lane idle only when nobody may start', async () => {
    await holds((problem, ends) => {
      if (problem.risky === 'wait') return;
      const dispatcher = openDispatcher(problem);
      const open = [...dispatcher.start(9)];
      const settled = new Set<number>();
      for (const [pick] of ends) {
        const [task] = open.splice(pick % Math.max(1, open.length), 1);
        if (task === undefined) break;
        dispatcher.integrate(task);
        settled.add(task);
        open.push(...dispatcher.start(9));
        const waiting = [...new Array(problem.size).keys()].filter((one) => !open.includes(one) && !settled.has(one));
        const free = waiting.filter((one) => mayStart(problem, one, open, settled));
        expect(free).toEqual([]);
      }
    });
  });

  it('asked for few at a time starts the same tasks in the same order as asked for all', async () => {
    await holds((problem) => {
      const [all, one] = [openDispatcher(problem), openDispatcher(problem)];
      const started = all.start(problem.size);
      expect(started.flatMap(() => one.start(1))).toEqual(started);
      expect(one.start(1)).toEqual([]);
    });
  });
});

/** By looking at everything: order, conflicts, and the one pool of three. */
function mayStart(problem: StreamProblem, task: number, open: readonly number[], integrated: ReadonlySet<number>): boolean {
  const amount = (one: number) => (problem.needs[one] ?? []).reduce((sum, need) => sum + need.amount, 0);
  const taken = open.reduce((sum, one) => sum + amount(one), 0);
  const fits = amount(task) === 0 || taken === 0 || taken + amount(task) <= (problem.capacities[0] ?? 0);
  const inTime = (problem.before[task] ?? []).every((one) => integrated.has(one));
  return fits && inTime && (problem.apart[task] ?? []).every((one) => !open.includes(one));
}

it('a task given up before it began frees nobody: it held nothing', () => {
  // each keeps the other two away
  const apart = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  const needs = [0, 1, 2].map(() => [{ pool: 0, amount: 1 }]);
  const dispatcher = openDispatcher(
    aProblem({ size: 4, apart, needs: { ...needs, 3: [{ pool: 0, amount: 1 }] }, capacities: [1] }),
  );
  expect(dispatcher.start(9)).toEqual([0]);
  dispatcher.giveUp(1);
  expect(dispatcher.start(9)).toEqual([]);
  dispatcher.integrate(0);
  expect(dispatcher.start(9)).toEqual([2]);
});
