import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aProblem, someProblem } from './a-problem.testing.js';
import { openDispatcher } from './dispatcher.js';
import type { StreamProblem } from './stream-problem.js';

describe('whose turn it is', () => {
  it('is first that of the head of the longest chain, then of who keeps most away, then as listed', () => {
    // 0 and 1 free; 2 -> 3; 4 is kept away from 5 and 6, which may meet
    const problem = aProblem({
      size: 7,
      order: [[2, 3]],
      apart: [
        [4, 5],
        [4, 6],
      ],
    });
    expect(openDispatcher(problem).start(9)).toEqual([2, 4, 0, 1]);
  });

  it('counts minutes, not tasks: the longer of two goes first', () => {
    expect(openDispatcher(aProblem({ size: 2, seconds: [60, 600] })).start(1)).toEqual([1]);
  });

  it('starts no more than there is room for, and nobody twice', () => {
    const dispatcher = openDispatcher(aProblem({ size: 4 }));
    expect([dispatcher.start(0), dispatcher.start(3), dispatcher.start(3), dispatcher.start(3)]).toEqual([
      [],
      [0, 1, 2],
      [3],
      [],
    ]);
  });

  it('comes back to those interrupted before all others', () => {
    expect(openDispatcher(aProblem({ size: 4, order: [[0, 1]] }), new Set([3])).start(2)).toEqual([3, 0]);
  });
});

describe('a task waits', () => {
  it('until the code of all it waits for is there', () => {
    const dispatcher = openDispatcher(
      aProblem({
        size: 3,
        order: [
          [0, 2],
          [1, 2],
        ],
      }),
    );
    expect(dispatcher.start(9)).toEqual([0, 1]);
    dispatcher.integrate(0);
    expect(dispatcher.start(9)).toEqual([]);
    dispatcher.integrate(1);
    expect(dispatcher.start(9)).toEqual([2]);
  });

  it('for ever, when one it waits for was given up', () => {
    const dispatcher = openDispatcher(aProblem({ size: 2, order: [[0, 1]] }));
    dispatcher.start(9);
    dispatcher.giveUp(0);
    expect(dispatcher.start(9)).toEqual([]);
  });

  it('while one it must not meet is open, and no longer than that, however that ends', () => {
    for (const end of ['integrate', 'giveUp'] as const) {
      const dispatcher = openDispatcher(aProblem({ size: 2, apart: [[0, 1]] }));
      expect([dispatcher.start(9), dispatcher.start(9)]).toEqual([[0], []]);
      dispatcher[end](0);
      expect(dispatcher.start(9)).toEqual([1]);
    }
  });

  it('while the open ones leave too little of a resource; alone it may have more than there is', () => {
    const needs = { 0: [{ pool: 0, amount: 2 }], 1: [{ pool: 0, amount: 1 }], 2: [{ pool: 0, amount: 5 }] };
    const dispatcher = openDispatcher(aProblem({ size: 3, needs, capacities: [3] }));
    expect(dispatcher.start(9)).toEqual([0, 1]);
    dispatcher.integrate(0);
    expect(dispatcher.start(9)).toEqual([]);
    dispatcher.integrate(1);
    expect(dispatcher.start(9)).toEqual([2]);
  });
});

describe('a risk of a clash with what is open', () => {
  const risks = [[0, 1, 0.2]] as const;

  it('lets calmer tasks go first, but leaves no lane idle', () => {
    expect(openDispatcher(aProblem({ size: 3, risks })).start(2)).toEqual([0, 2]);
    expect(openDispatcher(aProblem({ size: 2, risks })).start(2)).toEqual([0, 1]);
  });

  it('is waited out by the careful, and never for ever', () => {
    const dispatcher = openDispatcher(aProblem({ size: 2, risks, risky: 'wait' }));
    expect([dispatcher.start(2), dispatcher.start(2)]).toEqual([[0], []]);
    dispatcher.integrate(0);
    expect(dispatcher.start(2)).toEqual([1]);
  });

  it('adds up', () => {
    const small = [
      [0, 2, 0.06],
      [1, 2, 0.06],
    ] as const;
    expect(openDispatcher(aProblem({ size: 3, risks: small, risky: 'wait' })).start(3)).toEqual([0, 1]);
    expect(openDispatcher(aProblem({ size: 3, risks: [small[0]], risky: 'wait' })).start(3)).toEqual([0, 1, 2]);
  });
});

describe('any history', () => {
  const holds = (law: (problem: StreamProblem, lanes: number, picks: Iterator<number>) => void): void =>
    fc.assert(fc.property(someProblem, fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.nat()), law), { numRuns: 200 });

  it('breaks no rule, ends with everybody, and one made from the moment answers as the one that was there all the time', () => {
    holds((problem, lanes, picks) => {
      const dispatcher = openDispatcher(problem);
      const open: number[] = [];
      const done = new Set<number>();
      while (done.size < problem.size) {
        const anew = openDispatcher(problem);
        for (const task of open) anew.open(task);
        for (const task of done) anew.integrate(task);
        const started = dispatcher.start(lanes - open.length);
        expect(anew.start(lanes - open.length)).toEqual(started);
        for (const task of started) {
          expect(problem.before[task]?.filter((one) => !done.has(one))).toEqual([]);
          expect(open.filter((other) => problem.apart[task]?.includes(other))).toEqual([]);
          open.push(task);
        }
        // Somebody is always at work: nothing waits for nothing.
        expect(open.length).toBeGreaterThan(0);
        const [ended] = open.splice((picks.next().value ?? 0) % open.length, 1);
        if (ended === undefined) throw new Error('nobody ended');
        dispatcher.integrate(ended);
        done.add(ended);
      }
    });
  });
});
